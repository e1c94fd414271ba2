package io.wellspring.users;

/** What the values of an attribute are. */
public enum AttributeType {
    TEXT,
    NUMBER,
    DATE,
    YES_NO,
    /** One of a list of texts that grows as files bring new ones. */
    CHOICE
}
