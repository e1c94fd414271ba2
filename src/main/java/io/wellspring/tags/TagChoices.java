package io.wellspring.tags;

import java.util.List;

/** The tags of a group, to choose from. */
public record TagChoices(String group, Choice choice, List<Tag> tags) {

    public TagChoices {
        tags = List.copyOf(tags);
    }
}
