package io.wellspring.tags;

import java.util.List;

/**
 * What deleting a tag, or merging it into another, would touch.
 *
 * @param users how many have it
 * @param having how many of them have the other one too, in a merge
 * @param losing how many of them would lose a third one of a single choice, in a merge
 * @param references who else uses it
 */
public record TagImpact(long users, long having, long losing, List<TagReference> references) {

    public TagImpact {
        references = List.copyOf(references);
    }
}
