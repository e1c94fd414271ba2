package io.wellspring.tags.web;

import io.wellspring.tags.TagCard;
import io.wellspring.tags.TagDetail;
import io.wellspring.tags.TagDraft;
import org.jspecify.annotations.Nullable;

/**
 * A tag as somebody types it.
 *
 * @param seen the fingerprint of the tag the form was made from
 */
record TagForm(
        String name,
        @Nullable String groupId,
        @Nullable String colour,
        @Nullable String description,
        @Nullable String ownerId,
        @Nullable String lifetimeDays,
        @Nullable String seen) {

    TagForm {
        name = Typed.text(name);
        groupId = Typed.text(groupId);
        colour = Typed.text(colour);
        description = Typed.text(description);
        ownerId = Typed.text(ownerId);
        lifetimeDays = Typed.text(lifetimeDays);
        seen = Typed.text(seen);
    }

    static TagForm startingIn(String groupId) {
        return new TagForm("", groupId, "1", "", "", "", "");
    }

    static TagForm of(TagDetail tag) {
        TagCard card = tag.card();
        return new TagForm(
                tag.tag().name(),
                Long.toString(card.groupId()),
                Integer.toString(tag.tag().colour()),
                card.description(),
                card.owner().map(owner -> Long.toString(owner.staffId())).orElse(""),
                card.lifetimeDays().map(days -> Integer.toString(days)).orElse(""),
                tag.draft().fingerprint());
    }

    TagDraft draft() {
        return new TagDraft(
                Typed.id(Typed.text(groupId)).orElse(0L),
                name,
                Typed.number(Typed.text(colour))
                        .filter(one -> one >= 1 && one <= 6)
                        .orElse(1),
                Typed.text(description),
                Typed.id(Typed.text(ownerId)),
                Typed.number(Typed.text(lifetimeDays)));
    }
}
