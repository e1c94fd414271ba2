package io.wellspring.tags.web;

import io.wellspring.tags.Choice;
import io.wellspring.tags.GroupDraft;
import io.wellspring.tags.TagGroup;
import org.jspecify.annotations.Nullable;

/** A group as somebody types it. */
record GroupForm(
        String name, @Nullable Choice choice, @Nullable String description) {

    static final GroupForm EMPTY = new GroupForm("", Choice.MULTI, "");

    GroupForm {
        name = Typed.text(name);
        choice = choice == null ? Choice.MULTI : choice;
        description = Typed.text(description);
    }

    static GroupForm of(TagGroup group) {
        return new GroupForm(group.name(), group.choice(), group.description());
    }

    GroupDraft draft() {
        return new GroupDraft(name, choice == null ? Choice.MULTI : choice, Typed.text(description));
    }
}
