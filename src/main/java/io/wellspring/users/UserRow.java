package io.wellspring.users;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a file says about a user, already in our own forms: phone in E.164, e-mail in lower case. At least one of
 * external id, phone and e-mail is given; null means the line says nothing.
 *
 * @param attributes a JSON object of attributes that overwrite, already validated
 * @param attributesIfMissing a JSON object of attributes that are taken only where the user has none by that name
 * @param smsConsent whether the user agreed to be sent text messages
 * @param emailConsent whether the user agreed to be sent e-mails
 */
public record UserRow(
        long lineNo,
        @Nullable String externalId,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Gender gender,
        @Nullable LocalDate birthday,
        @Nullable String province,
        @Nullable String city,
        @Nullable String channel,
        @Nullable Instant registeredAt,
        @Nullable String attributes,
        @Nullable String attributesIfMissing,
        @Nullable Boolean smsConsent,
        @Nullable Boolean emailConsent) {

    public UserRow {
        if (externalId == null && phone == null && email == null) {
            throw new IllegalArgumentException("Line " + lineNo + " names nobody");
        }
    }

    /** A row that says nothing of attributes and consents. */
    public UserRow(
            long lineNo,
            @Nullable String externalId,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable Gender gender,
            @Nullable LocalDate birthday,
            @Nullable String province,
            @Nullable String city,
            @Nullable String channel,
            @Nullable Instant registeredAt) {
        this(
                lineNo,
                externalId,
                name,
                phone,
                email,
                gender,
                birthday,
                province,
                city,
                channel,
                registeredAt,
                null,
                null,
                null,
                null);
    }
}
