package io.wellspring.tags;

/**
 * What giving a tag to a crowd, or taking it, does or would do.
 *
 * @param users how many users the crowd has
 * @param having how many of them had the tag
 * @param losing how many of them lose another one of a single choice by getting it
 */
public record CrowdCount(long users, long having, long losing) {

    /** How many get it. */
    public long getting() {
        return users - having;
    }
}
