package io.wellspring.shared;

/**
 * What is answered to somebody who asked under a key of their own.
 *
 * @param again whether it had been done already, so that nothing was done now
 */
public record Answered<T>(T answer, boolean again) {}
