package io.wellspring.tags.web;

import io.wellspring.tags.Choice;
import io.wellspring.tags.GroupDraft;
import io.wellspring.tags.TagGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A group as somebody types it.
 *
 * @param seen the fingerprint of the group the form was made from
 */
record GroupForm(
        String name,
        @Nullable String choice,
        @Nullable String description,
        @Nullable String seen) {

    static final GroupForm EMPTY = new GroupForm("", Choice.MULTI.name(), "", "");

    GroupForm {
        name = Typed.text(name);
        choice = choice == null ? Choice.MULTI.name() : choice;
        description = Typed.text(description);
        seen = Typed.text(seen);
    }

    static GroupForm of(TagGroup group) {
        return new GroupForm(
                group.name(),
                group.choice().name(),
                group.description(),
                group.draft().fingerprint());
    }

    /** @throws ResponseStatusException if somebody sent a choice that the form does not offer */
    GroupDraft draft() {
        Choice chosen = Choice.ALL.stream()
                .filter(one -> one.name().equals(choice))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return new GroupDraft(name, chosen, Typed.text(description));
    }
}
