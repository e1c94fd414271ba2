package io.wellspring.segments.web;

import java.util.Objects;

/**
 * What somebody typed to keep people as a segment.
 *
 * @param seen who they were, and what they were worked out from, when the form was opened
 * @param users how many the form said it keeps
 */
record PeopleForm(String name, String description, String seen, String users) {

    PeopleForm {
        name = Objects.requireNonNullElse(name, "");
        description = Objects.requireNonNullElse(description, "");
        seen = Objects.requireNonNullElse(seen, "");
        users = Objects.requireNonNullElse(users, "");
    }

    /** The same, of those there are by now. */
    PeopleForm of(People people) {
        return new PeopleForm(
                name,
                description,
                people.fingerprint(),
                Integer.toString(people.users().size()));
    }
}
