package io.wellspring.membership.web;

import io.wellspring.membership.GivenTier;

/**
 * A tier that was given by hand, on the page of its user.
 *
 * @param end what ended it, or that it lasts
 */
record GiftLine(GivenTier given, String end) {}
