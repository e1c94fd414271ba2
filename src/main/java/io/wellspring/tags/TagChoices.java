package io.wellspring.tags;

import java.util.List;

/**
 * The tags of a group, to choose from.
 *
 * @param id the group's number
 */
public record TagChoices(long id, String group, Choice choice, List<Tag> tags) {

    public TagChoices {
        tags = List.copyOf(tags);
    }
}
