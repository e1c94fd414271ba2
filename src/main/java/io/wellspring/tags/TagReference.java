package io.wellspring.tags;

/**
 * Something that uses a tag.
 *
 * @param kind the message code that says what it is, such as {@code segments.reference}
 * @param name what it is called
 * @param link its page
 * @param fate the message code that says what becomes of it without the tag, such as {@code segments.reference.pauses}
 */
public record TagReference(String kind, String name, String link, String fate) {}
