package io.wellspring.tags;

/**
 * What a group is to be.
 *
 * @throws GroupNameMissing if it is called nothing, or too much
 * @throws DescriptionTooLong if there is too much of it
 */
public record GroupDraft(String name, Choice choice, String description) {

    public GroupDraft {
        name = TagDraft.line(name);
        description = description.strip();
        if (name.isEmpty() || name.length() > TagRow.LONGEST_NAME) {
            throw new GroupNameMissing(TagRow.LONGEST_NAME);
        }
        if (description.length() > TagDraft.LONGEST_DESCRIPTION) {
            throw new DescriptionTooLong(TagDraft.LONGEST_DESCRIPTION);
        }
    }

    /** The same for drafts that say the same, and for no others: what a form keeps of the group it was made from. */
    public String fingerprint() {
        return Fingerprint.of(name, choice, description);
    }
}
