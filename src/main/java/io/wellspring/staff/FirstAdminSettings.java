package io.wellspring.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first admin of an installation that nobody sits in front of. Without effect once there is staff.
 *
 * @param email their e-mail address
 * @param password their password; both or neither
 */
@ConfigurationProperties("wellspring.admin")
record FirstAdminSettings(@Nullable String email, @Nullable String password) {

    @Override
    public String toString() {
        return "FirstAdminSettings[…]";
    }
}
