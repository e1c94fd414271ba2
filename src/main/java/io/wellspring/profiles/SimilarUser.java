package io.wellspring.profiles;

import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import java.util.Optional;

/**
 * A user who is like another.
 *
 * @param recencyDays days from the last order to the day the figures are about
 */
public record SimilarUser(UserId id, long orders, Money net, Optional<Integer> recencyDays) {}
