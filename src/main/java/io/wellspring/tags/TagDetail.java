package io.wellspring.tags;

/** One tag with all there is to know of it. */
public record TagDetail(Tag tag, TagCard card) {

    /** What would leave it as it is. */
    public TagDraft draft() {
        return new TagDraft(
                card.groupId(),
                tag.name(),
                tag.colour(),
                card.description(),
                card.owner().map(TagOwner::staffId),
                card.lifetimeDays());
    }
}
