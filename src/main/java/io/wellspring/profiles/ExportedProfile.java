package io.wellspring.profiles;

import java.util.Optional;

/**
 * A row of an export.
 *
 * @param contact only for those who may see it
 */
public record ExportedProfile(Optional<String> externalId, Optional<Contact> contact, Profile profile) {

    public record Contact(Optional<String> name, Optional<String> phone, Optional<String> email) {}
}
