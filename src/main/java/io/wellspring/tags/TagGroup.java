package io.wellspring.tags;

import java.util.List;

/** Tags that belong together, the most used first. */
public record TagGroup(long id, String name, Choice choice, String description, List<TagUse> tags) {

    public TagGroup {
        tags = List.copyOf(tags);
    }

    /** What would leave it as it is. */
    public GroupDraft draft() {
        return new GroupDraft(name, choice, description);
    }
}
