package io.wellspring.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a column can mean. */
public enum ImportField {
    EXTERNAL_ID(ImportKind.USERS, ImportKind.ORDERS, ImportKind.ACTIVITY),
    NAME(ImportKind.USERS),
    PHONE(ImportKind.USERS, ImportKind.ORDERS, ImportKind.ACTIVITY),
    EMAIL(ImportKind.USERS, ImportKind.ORDERS, ImportKind.ACTIVITY),
    GENDER(ImportKind.USERS),
    BIRTHDAY(ImportKind.USERS),
    PROVINCE(ImportKind.USERS),
    CITY(ImportKind.USERS),
    CHANNEL(ImportKind.USERS, ImportKind.ORDERS),
    REGISTERED_AT(ImportKind.USERS),
    SMS_CONSENT(ImportKind.USERS),
    EMAIL_CONSENT(ImportKind.USERS),
    ORDER_NO(ImportKind.ORDERS),
    PAID_AT(ImportKind.ORDERS),
    AMOUNT(ImportKind.ORDERS),
    STATUS(ImportKind.ORDERS),
    ACTIVITY_TYPE(ImportKind.ACTIVITY),
    HAPPENED_AT(ImportKind.ACTIVITY),
    COUNT(ImportKind.ACTIVITY);

    /** Any one of these tells whom a row is about. */
    static final Set<ImportField> IDENTITIES = Set.of(EXTERNAL_ID, PHONE, EMAIL);

    private final Set<ImportKind> kinds;

    ImportField(ImportKind... kinds) {
        this.kinds = Set.of(kinds);
    }

    /** The fields a file of this kind can have, in the order in which screens offer them. */
    public static List<ImportField> of(ImportKind kind) {
        return Arrays.stream(values())
                .filter(field -> field.kinds.contains(kind))
                .toList();
    }

    static List<ImportField> requiredBy(ImportKind kind) {
        return switch (kind) {
            case ORDERS -> List.of(ORDER_NO, PAID_AT, AMOUNT);
            case ACTIVITY -> List.of(ACTIVITY_TYPE, HAPPENED_AT);
            case USERS, DEMO -> List.of();
        };
    }
}
