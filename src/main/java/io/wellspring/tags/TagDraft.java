package io.wellspring.tags;

import java.util.Optional;

/**
 * What a tag is to be.
 *
 * @param ownerId the member of staff who answers for it
 * @param lifetimeDays for how many days after the one it was given on a user has it; empty for good
 * @throws TagNameMissing if it is called nothing, or too much
 * @throws DescriptionTooLong if there is too much of it
 * @throws LifetimeUnclear if it is less than a day or more than ten years
 */
public record TagDraft(
        long groupId,
        String name,
        int colour,
        String description,
        Optional<Long> ownerId,
        Optional<Integer> lifetimeDays) {

    public static final int LONGEST_LIFETIME = 3650;

    static final int LONGEST_DESCRIPTION = 300;

    public TagDraft {
        name = line(name);
        description = description.strip();
        if (name.isEmpty() || name.length() > TagRow.LONGEST_NAME) {
            throw new TagNameMissing(TagRow.LONGEST_NAME);
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new DescriptionTooLong(LONGEST_DESCRIPTION);
        }
        if (lifetimeDays.filter(days -> days < 1 || days > LONGEST_LIFETIME).isPresent()) {
            throw new LifetimeUnclear(LONGEST_LIFETIME);
        }
        if (!Tag.COLOURS.contains(colour)) {
            throw new IllegalArgumentException("No colour: " + colour);
        }
    }

    /** The same for drafts that say the same, and for no others: what a form keeps of the tag it was made from. */
    public String fingerprint() {
        return Fingerprint.of(
                groupId,
                name,
                colour,
                description,
                ownerId.map(Object::toString).orElse(""),
                lifetimeDays.map(Object::toString).orElse(""));
    }

    /** Names stand between control characters while they are on their way in, so none may hold one. */
    static String line(String typed) {
        return typed.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
