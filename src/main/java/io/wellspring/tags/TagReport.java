package io.wellspring.tags;

import java.util.List;

/**
 * What the tags of a file did, or would do.
 *
 * @param created the tags that come into being, those of the most rows first
 * @param given how many times a user gets a tag
 * @param taken how many times a user loses one, since it is replaced
 */
public record TagReport(List<NewTag> created, long given, long taken) {

    public static final TagReport NOTHING = new TagReport(List.of(), 0, 0);

    public TagReport {
        created = List.copyOf(created);
    }
}
