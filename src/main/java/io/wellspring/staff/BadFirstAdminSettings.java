package io.wellspring.staff;

/** The settings that should create the first admin cannot: better no start than one nobody can log in to. */
class BadFirstAdminSettings extends RuntimeException {

    BadFirstAdminSettings(String why) {
        super("WELLSPRING_ADMIN_EMAIL and WELLSPRING_ADMIN_PASSWORD do not make a first admin: " + why);
    }
}
