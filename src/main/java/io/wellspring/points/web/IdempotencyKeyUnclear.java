package io.wellspring.points.web;

import io.wellspring.shared.Refusal;

/** The header that tells one request from the next is empty, too long, or not printable. */
final class IdempotencyKeyUnclear extends Refusal.Rejected {

    IdempotencyKeyUnclear(int longest) {
        super(longest);
    }
}
