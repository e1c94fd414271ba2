package io.wellspring.tags;

/**
 * What a tag is called, long after it may have gone.
 *
 * @param name of one that was merged, the name of the tag that stands for it
 * @param gone whether nothing stands for it any longer
 */
public record TagName(String name, boolean gone) {}
