package io.wellspring.users;

import io.wellspring.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user as screens show them: contact data masked.
 *
 * @param externalId the source's own number, shown as it is
 * @param smsConsent whether the user agreed to be sent text messages; empty if nobody ever said
 * @param emailConsent whether the user agreed to be sent e-mails; empty if nobody ever said
 * @param attributes what the company keeps beyond the fields everyone has, by label; retired ones left out
 * @param initial the first letter of the name, or of what else is known
 */
public record UserCard(
        UserId id,
        @Nullable String externalId,
        @Nullable String maskedName,
        @Nullable String maskedPhone,
        @Nullable String maskedEmail,
        @Nullable Gender gender,
        @Nullable String province,
        @Nullable String city,
        @Nullable String channel,
        @Nullable Instant registeredAt,
        boolean demo,
        Optional<Boolean> smsConsent,
        Optional<Boolean> emailConsent,
        List<AttributeValue> attributes,
        String initial) {

    public UserCard {
        attributes = List.copyOf(attributes);
    }

    /** Whether the user agreed to be contacted in some way; empty if nobody ever said. */
    public Optional<Boolean> consent(ContactMedium medium) {
        return switch (medium) {
            case SMS -> smsConsent;
            case EMAIL -> emailConsent;
        };
    }

    /** The best name a screen has for this user. */
    public String title() {
        if (maskedName != null) {
            return maskedName;
        }
        if (externalId != null) {
            return externalId;
        }
        if (maskedPhone != null) {
            return maskedPhone;
        }
        return maskedEmail == null ? id.toString() : maskedEmail;
    }
}
