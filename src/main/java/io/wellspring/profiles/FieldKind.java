package io.wellspring.profiles;

/** What the values of a field are. */
public enum FieldKind {
    /** One of a few codes that Wellspring itself knows. */
    CODE,
    /** Any text; the ones that occur can be picked. */
    TEXT,
    /** A number, possibly with decimals. */
    NUMBER,
    /** An amount in whole units of the currency. */
    MONEY,
    /** A business day. */
    DATE,
    YES_NO
}
