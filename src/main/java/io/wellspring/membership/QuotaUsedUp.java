package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** The user has claimed the benefit as often as the quota of the period allows. */
public final class QuotaUsedUp extends Refusal.Conflict {

    QuotaUsedUp(String name, int quota) {
        super(name, quota);
    }
}
