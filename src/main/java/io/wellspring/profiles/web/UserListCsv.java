package io.wellspring.profiles.web;

import io.wellspring.profiles.ExportedProfile;
import io.wellspring.profiles.ListColumn;
import io.wellspring.profiles.Profile;
import io.wellspring.rfm.RfmWords;
import io.wellspring.shared.Money;
import io.wellspring.shared.web.CsvDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** The list as a file, with the columns it shows. Opened with the first row, so that a refusal before it is still a page. */
final class UserListCsv implements AutoCloseable {

    private final HttpServletResponse response;
    private final List<ListColumn> columns;
    private final boolean withContact;
    private final RfmWords words;
    private final Map<Integer, String> tiers;
    private final MessageSource messages;
    private final Locale locale;
    private final Currency currency;
    private final List<Field> fields;
    private Optional<CsvDownload> csv = Optional.empty();

    /** One column of the file; one of the list may take several. */
    private record Field(String code, Function<Profile, Object> value) {}

    UserListCsv(
            HttpServletResponse response,
            List<ListColumn> columns,
            boolean withContact,
            RfmWords words,
            Map<Integer, String> tiers,
            MessageSource messages,
            Locale locale,
            Currency currency) {
        this.response = response;
        this.columns = columns;
        this.withContact = withContact;
        this.words = words;
        this.tiers = tiers;
        this.messages = messages;
        this.locale = locale;
        this.currency = currency;
        this.fields = columns.stream().flatMap(this::fields).toList();
    }

    void row(ExportedProfile row) {
        CsvDownload out = csv.orElseGet(this::open);
        Stream<Object> who = Stream.of(row.externalId().orElse(""));
        Stream<Object> contact = row.contact()
                .map(known -> Stream.<Object>of(
                        known.name().orElse(""),
                        known.phone().orElse(""),
                        known.email().orElse("")))
                .orElse(Stream.empty());
        Stream<Object> figures = fields.stream().map(field -> field.value().apply(row.profile()));
        out.row(Stream.of(who, contact, figures).flatMap(part -> part).toArray());
    }

    void headAtLeast() {
        if (csv.isEmpty()) {
            open();
        }
    }

    @Override
    public void close() {
        csv.ifPresent(CsvDownload::close);
    }

    private CsvDownload open() {
        CsvDownload out = CsvDownload.to(response, "users.csv");
        csv = Optional.of(out);
        Stream<String> contact = withContact ? Stream.of("name", "phone", "email") : Stream.empty();
        out.row(Stream.of(Stream.of("external-id"), contact, fields.stream().map(Field::code))
                .flatMap(part -> part)
                .map(code -> messages.getMessage("profiles.column." + code, null, locale))
                .toArray());
        return out;
    }

    private Stream<Field> fields(ListColumn column) {
        return switch (column) {
            case CLASS ->
                columns.contains(ListColumn.GROUP)
                        ? Stream.of(scored("class", at -> words.of(at.klass())))
                        : Stream.of(scored("class", at -> words.of(at.klass())), group());
            case GROUP -> Stream.of(group());
            case SCORES ->
                Stream.of(
                        scored("r", Profile.Standing::r),
                        scored("f", Profile.Standing::f),
                        scored("m", Profile.Standing::m));
            case STAGE ->
                one(
                        column,
                        profile -> profile.stage()
                                .map(at -> messages.getMessage("lifecycle.stage." + at.stage(), null, locale)));
            case STAGE_SINCE -> one(column, profile -> profile.stage().map(Profile.StageSince::since));
            case CHANNEL -> one(column, Profile::channel);
            case PROVINCE -> one(column, Profile::province);
            case CITY -> one(column, Profile::city);
            case HAS_PHONE -> one(column, profile -> Optional.of(yesOrNo(profile.hasPhone())));
            case HAS_EMAIL -> one(column, profile -> Optional.of(yesOrNo(profile.hasEmail())));
            case SMS_CONSENT -> one(column, profile -> profile.smsConsent().map(this::yesOrNo));
            case EMAIL_CONSENT -> one(column, profile -> profile.emailConsent().map(this::yesOrNo));
            case REGISTERED -> one(column, Profile::registeredOn);
            case FIRST_ORDER -> one(column, Profile::firstOrderOn);
            case LAST_ORDER -> one(column, Profile::lastOrderOn);
            case ORDERS -> one(column, profile -> Optional.of(profile.orders()));
            case REFUNDS -> one(column, profile -> Optional.of(profile.refunds()));
            case NET -> money(column, profile -> Optional.of(profile.net()));
            case AVERAGE_ORDER -> money(column, Profile::averageOrder);
            case RHYTHM -> one(column, Profile::rhythm);
            case WINDOW_ORDERS ->
                one(column, profile -> Optional.of(profile.window().orders()));
            case WINDOW_NET ->
                money(column, profile -> Optional.of(profile.window().net()));
            case TIER ->
                one(column, profile -> profile.membership().tier().map(tier -> tiers.getOrDefault(tier, "#" + tier)));
            case TIER_DUE -> one(column, profile -> profile.membership().dueOn());
            case GROWTH_VALUE ->
                one(column, profile -> Optional.of(profile.membership().growthValue()));
            case POINTS -> one(column, profile -> Optional.of(profile.holding().points()));
            case POINTS_EXPIRING ->
                one(column, profile -> Optional.of(profile.holding().expiring()));
            case REDEEMED -> one(column, profile -> profile.holding().redeemedOn());
        };
    }

    private Field group() {
        return scored("group", at -> words.of(at.group()));
    }

    private static Field scored(String code, Function<Profile.Standing, Object> value) {
        return new Field(code, profile -> profile.standing().map(value).orElse(""));
    }

    private static <T> Stream<Field> one(ListColumn column, Function<Profile, Optional<T>> value) {
        return Stream.of(new Field(
                column.code(),
                profile -> value.apply(profile).<Object>map(known -> known).orElse("")));
    }

    private Stream<Field> money(ListColumn column, Function<Profile, Optional<Money>> value) {
        return one(column, profile -> value.apply(profile).map(amount -> amount.in(currency)));
    }

    private String yesOrNo(boolean yes) {
        return messages.getMessage("profiles.attribute." + yes, null, locale);
    }
}
