package io.wellspring.profiles.web;

import io.wellspring.profiles.ListColumn;
import io.wellspring.profiles.Profile;
import io.wellspring.profiles.ProfileSearch;
import io.wellspring.profiles.TierName;
import io.wellspring.rfm.RfmWords;
import io.wellspring.shared.UserId;
import io.wellspring.shared.web.Format;
import io.wellspring.users.UserCard;
import io.wellspring.users.UserDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes users as the list shows them: done here, a cell costs its template next to nothing. */
@Component
@RequiredArgsConstructor
class UserRows {

    private static final String NOTHING = "–";

    private final UserDirectory users;
    private final ProfileSearch profiles;
    private final Format format;
    private final MessageSource messages;

    /** @param tiers what tiers are called, by their numbers */
    List<UserRow> of(
            List<Profile> profiles,
            List<ListColumn> columns,
            RfmWords words,
            Map<Integer, String> tiers,
            Locale locale) {
        Map<UserId, UserCard> cards =
                users.cards(profiles.stream().map(Profile::id).toList());
        List<String> labels =
                columns.stream().map(column -> label(column, locale)).toList();
        String badge = text("profiles.demo", locale);
        boolean grouped = columns.contains(ListColumn.GROUP);
        return profiles.stream()
                .map(profile -> {
                    UserCard card = cards.get(profile.id());
                    String title = card == null ? profile.id().toString() : card.title();
                    return new UserRow(
                            profile.id(),
                            title,
                            text("tags.crowd.tick-of", locale, title),
                            card == null ? null : note(card),
                            profile.demo() ? badge : null,
                            IntStream.range(0, columns.size())
                                    .mapToObj(i ->
                                            cell(columns.get(i), grouped, labels.get(i), profile, words, tiers, locale))
                                    .toList());
                })
                .toList();
    }

    String label(ListColumn column, Locale locale) {
        return text("profiles.column." + column.code(), locale);
    }

    private static @Nullable String note(UserCard card) {
        if (card.maskedName() == null || card.externalId() == null) {
            return card.maskedPhone();
        }
        return card.maskedPhone() == null ? card.externalId() : card.externalId() + " · " + card.maskedPhone();
    }

    /** What tiers are called, by their numbers. */
    Map<Integer, String> tiers(Locale locale) {
        return profiles.tiers().stream()
                .collect(Collectors.toMap(
                        TierName::number, tier -> tier.in(locale), (one, other) -> one, LinkedHashMap::new));
    }

    private UserCell cell(
            ListColumn column,
            boolean grouped,
            String label,
            Profile profile,
            RfmWords words,
            Map<Integer, String> tiers,
            Locale locale) {
        return switch (column) {
            case CLASS ->
                profile.standing()
                        .map(at -> new UserCell(
                                label,
                                words.of(at.klass()),
                                "c" + at.klass().code(),
                                grouped ? null : words.of(at.group()),
                                "text-nowrap"))
                        .orElseGet(() -> new UserCell(label, words.ofCode("NONE"), null, null, "muted text-nowrap"));
            case GROUP -> words(label, profile.standing().map(at -> words.of(at.group())));
            case SCORES -> words(label, profile.standing().map(at -> at.r() + " · " + at.f() + " · " + at.m()));
            case STAGE ->
                profile.stage()
                        .map(at -> new UserCell(
                                label,
                                text("lifecycle.stage." + at.stage(), locale),
                                "stage-" + at.stage(),
                                null,
                                "text-nowrap"))
                        .orElseGet(() -> missing(label));
            case STAGE_SINCE -> words(label, profile.stage().map(at -> format.date(at.since())));
            case CHANNEL -> words(label, profile.channel());
            case PROVINCE -> words(label, profile.province());
            case CITY -> words(label, profile.city());
            case HAS_PHONE -> yesOrNo(label, profile.hasPhone(), locale);
            case HAS_EMAIL -> yesOrNo(label, profile.hasEmail(), locale);
            case SMS_CONSENT -> agreed(label, profile.smsConsent(), locale);
            case EMAIL_CONSENT -> agreed(label, profile.emailConsent(), locale);
            case REGISTERED -> words(label, profile.registeredOn().map(format::date));
            case FIRST_ORDER -> words(label, profile.firstOrderOn().map(format::date));
            case LAST_ORDER ->
                profile.lastOrderOn()
                        .map(day -> new UserCell(
                                label,
                                format.date(day),
                                null,
                                profile.recencyDays()
                                        .map(days -> text("profiles.days-ago", locale, days))
                                        .orElse(null),
                                "text-nowrap"))
                        .orElseGet(() -> missing(label));
            case ORDERS -> figure(label, format.count(profile.orders()));
            case REFUNDS -> figure(label, format.count(profile.refunds()));
            case NET -> figure(label, format.money(profile.net()));
            case AVERAGE_ORDER -> figure(label, profile.averageOrder().map(format::money));
            case RHYTHM -> figure(label, profile.rhythm().map(days -> format.decimal(days, 1)));
            case WINDOW_ORDERS -> figure(label, format.count(profile.window().orders()));
            case WINDOW_NET -> figure(label, format.money(profile.window().net()));
            case TIER -> words(label, profile.membership().tier().map(tier -> tiers.getOrDefault(tier, "#" + tier)));
            case TIER_DUE -> words(label, profile.membership().dueOn().map(format::date));
            case GROWTH_VALUE -> figure(label, format.count(profile.membership().growthValue()));
            case POINTS -> figure(label, format.count(profile.holding().points()));
            case POINTS_EXPIRING -> figure(label, format.count(profile.holding().expiring()));
            case REDEEMED -> words(label, profile.holding().redeemedOn().map(format::date));
        };
    }

    private static UserCell words(String label, Optional<String> text) {
        return text.map(known -> new UserCell(label, known, null, null, "text-nowrap"))
                .orElseGet(() -> missing(label));
    }

    private UserCell yesOrNo(String label, boolean yes, Locale locale) {
        return new UserCell(label, text("profiles.attribute." + yes, locale), null, null, yes ? "" : "muted");
    }

    private UserCell agreed(String label, Optional<Boolean> agreed, Locale locale) {
        return agreed.map(yes -> yesOrNo(label, yes, locale)).orElseGet(() -> missing(label));
    }

    private static UserCell figure(String label, String text) {
        return new UserCell(label, text, null, null, "n");
    }

    private static UserCell figure(String label, Optional<String> text) {
        return figure(label, text.orElse(NOTHING));
    }

    private static UserCell missing(String label) {
        return new UserCell(label, NOTHING, null, null, "none");
    }

    private String text(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
