package io.wellspring.tags;

/**
 * What a segment did to users by a tag.
 *
 * @param given how many got it
 * @param taken how many lost it
 * @param displaced how many lost another one of a single choice by getting it
 */
public record TagFed(long given, long taken, long displaced) {}
