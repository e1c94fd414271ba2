package io.wellspring.users;

/**
 * What a user has of an attribute, as screens show it.
 *
 * @param value the text, the plain number, the ISO date, the choice, or {@code true} or {@code false}
 */
public record AttributeValue(String label, AttributeType type, String value) {}
