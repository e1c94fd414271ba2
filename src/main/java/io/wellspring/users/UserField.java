package io.wellspring.users;

/** What the registry keeps of a user, one value each. */
public enum UserField {
    EXTERNAL_ID,
    NAME,
    PHONE,
    EMAIL,
    GENDER,
    BIRTHDAY,
    PROVINCE,
    CITY,
    CHANNEL,
    REGISTERED_AT,
    SMS_CONSENT,
    EMAIL_CONSENT
}
