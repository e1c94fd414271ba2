package io.wellspring.tags;

import java.util.List;

/**
 * A label.
 *
 * @param colour 1 to 6; only tells the tags of a group apart
 */
public record Tag(long id, String group, String name, int colour) {

    public static final List<Integer> COLOURS = List.of(1, 2, 3, 4, 5, 6);
}
