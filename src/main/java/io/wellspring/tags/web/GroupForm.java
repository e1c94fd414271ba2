package io.wellspring.tags.web;

import io.wellspring.tags.Choice;
import io.wellspring.tags.GroupDraft;
import io.wellspring.tags.TagGroup;
import org.jspecify.annotations.Nullable;

/**
 * A group as somebody types it.
 *
 * @param seen the fingerprint of the group the form was made from
 */
record GroupForm(
        String name,
        @Nullable Choice choice,
        @Nullable String description,
        @Nullable String seen) {

    static final GroupForm EMPTY = new GroupForm("", Choice.MULTI, "", "");

    GroupForm {
        name = Typed.text(name);
        choice = choice == null ? Choice.MULTI : choice;
        description = Typed.text(description);
        seen = Typed.text(seen);
    }

    static GroupForm of(TagGroup group) {
        return new GroupForm(
                group.name(), group.choice(), group.description(), group.draft().fingerprint());
    }

    /** What was typed, in a form made from how the group is now. */
    GroupForm over(TagGroup group) {
        return new GroupForm(name, choice, description, group.draft().fingerprint());
    }

    GroupDraft draft() {
        return new GroupDraft(name, choice == null ? Choice.MULTI : choice, Typed.text(description));
    }
}
