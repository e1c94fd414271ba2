package io.wellspring.imports;

import io.wellspring.activity.ActivityRow;
import io.wellspring.activity.OrderKind;
import io.wellspring.activity.OrderRow;
import io.wellspring.shared.Money;
import io.wellspring.shared.SpreadsheetCell;
import io.wellspring.tags.TagRow;
import io.wellspring.users.Gender;
import io.wellspring.users.PhoneNumbers;
import io.wellspring.users.UserAttribute;
import io.wellspring.users.UserRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns the cells of one record into a user or an order, or says why it cannot. What it does not understand it refuses. */
final class RowReader {

    private static final Vocabulary GENDERS = Vocabulary.of("imports/genders.properties");
    private static final Vocabulary CONSENTS = Vocabulary.of("imports/consents.properties");
    private static final Vocabulary STATUSES = Vocabulary.of("imports/order-statuses.properties");
    /** How Excel writes a long number it has already cut off. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d([.,]\\d+)?[eE]\\+?\\d{1,3}");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\".]+");
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_TAGS = 2000;
    private static final BigDecimal MOST_TIMES = new BigDecimal(1_000_000_000);

    private final FileFormat format;
    private final Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);
    private final AttributeColumns attributes;
    private final DetailColumns details;
    private final TagColumns tags;
    private final List<Integer> read;
    private final int width;
    private final DayOffsets calendar;
    private final Currency currency;
    private final Instant latest;

    /**
     * @param names the header
     * @param attributes those of users there are
     * @param singleChoices the groups of tags, in lower case, of which a row can give one at most
     * @param latest a dated fact after this instant is a mistake
     */
    RowReader(
            FileFormat format,
            List<String> names,
            Mapping mapping,
            List<UserAttribute> attributes,
            Set<String> singleChoices,
            ZoneId zone,
            Currency currency,
            Instant latest) {
        this.format = format;
        this.width = mapping.uses().size();
        for (int column = 0; column < width; column++) {
            int at = column;
            mapping.uses().get(column).field().ifPresent(field -> columns.put(field, at));
        }
        this.read = IntStream.range(0, width)
                .filter(column -> mapping.uses().get(column).isRead())
                .boxed()
                .toList();
        this.attributes = new AttributeColumns(mapping, attributes, format, zone);
        this.details = new DetailColumns(names, mapping);
        this.tags = new TagColumns(names, mapping, singleChoices);
        this.calendar = new DayOffsets(zone);
        this.currency = currency;
        this.latest = latest;
    }

    static Vocabulary genders() {
        return GENDERS;
    }

    /**
     * The user a record speaks of.
     *
     * @throws LineRejected if it cannot be taken as it stands
     */
    UserRow user(Line row) {
        checkShape(row);
        String externalId = externalId(row);
        String phone = phone(row);
        String email = email(row);
        if (externalId == null && phone == null && email == null) {
            throw new LineRejected("NO_IDENTITY", null, null);
        }
        return new UserRow(
                row.number(),
                externalId,
                text(row, ImportField.NAME),
                phone,
                email,
                gender(row),
                birthday(row),
                text(row, ImportField.PROVINCE),
                text(row, ImportField.CITY),
                text(row, ImportField.CHANNEL),
                instant(row, ImportField.REGISTERED_AT),
                attributes.json(column -> cell(row, column), false),
                attributes.json(column -> cell(row, column), true),
                consent(row, ImportField.SMS_CONSENT),
                consent(row, ImportField.EMAIL_CONSENT));
    }

    boolean readsTags() {
        return !tags.isEmpty();
    }

    /**
     * The tags a record gives to its user.
     *
     * @throws LineRejected if it cannot be taken as it stands
     */
    List<TagRow> tags(Line row, UserRow user) {
        return tags.rows(user, column -> cell(row, column, LONGEST_TAGS));
    }

    /**
     * The order or refund a record speaks of.
     *
     * @throws LineRejected if it cannot be taken as it stands
     */
    OrderRow order(Line row) {
        checkShape(row);
        String orderNo = identifier(row, ImportField.ORDER_NO);
        if (orderNo == null) {
            throw rejected("NO_ORDER_NUMBER", ImportField.ORDER_NO, null);
        }
        String externalId = externalId(row);
        String phone = phone(row);
        String email = email(row);
        if (externalId == null && phone == null && email == null) {
            throw new LineRejected("NO_USER", null, null);
        }
        Instant paidAt = instant(row, ImportField.PAID_AT);
        if (paidAt == null) {
            throw rejected("DATE_MISSING", ImportField.PAID_AT, null);
        }
        Money amount = amount(row);
        OrderKind kind = amount.minor() < 0 ? OrderKind.REFUND : kind(row);
        return new OrderRow(
                row.number(),
                kind,
                orderNo,
                externalId,
                phone,
                email,
                paidAt,
                new Money(Math.abs(amount.minor())),
                text(row, ImportField.CHANNEL));
    }

    /**
     * The activity a record speaks of.
     *
     * @throws LineRejected if it cannot be taken as it stands
     */
    ActivityRow activity(Line row) {
        checkShape(row);
        String type = text(row, ImportField.ACTIVITY_TYPE);
        if (type == null) {
            throw rejected("NO_ACTIVITY_TYPE", ImportField.ACTIVITY_TYPE, null);
        }
        String externalId = externalId(row);
        String phone = phone(row);
        String email = email(row);
        if (externalId == null && phone == null && email == null) {
            throw new LineRejected("NO_IDENTITY", null, null);
        }
        Instant happenedAt = instant(row, ImportField.HAPPENED_AT);
        if (happenedAt == null) {
            throw rejected("NO_TIME", ImportField.HAPPENED_AT, null);
        }
        return new ActivityRow(
                row.number(),
                externalId,
                phone,
                email,
                type,
                happenedAt,
                count(row),
                details.json(column -> cell(row, column)));
    }

    private int count(Line row) {
        String value = text(row, ImportField.COUNT);
        if (value == null) {
            return 1;
        }
        return Numbers.parse(value, format.decimalSign())
                .filter(number -> number.scale() <= 0 && number.signum() > 0 && number.compareTo(MOST_TIMES) <= 0)
                .map(BigDecimal::intValueExact)
                .orElseThrow(() -> rejected("COUNT_INVALID", ImportField.COUNT, shortened(value)));
    }

    private void checkShape(Line row) {
        if (row.cells().size() != width) {
            throw new LineRejected("RAGGED", null, row.cells().size() + "/" + width);
        }
        for (int column : read) {
            if (row.cells().get(column).indexOf(CsvFile.UNREADABLE) >= 0
                    || row.cells().get(column).indexOf('\0') >= 0) {
                throw new LineRejected("UNREADABLE", null, format.charset());
            }
        }
    }

    private @Nullable String externalId(Line row) {
        return identifier(row, ImportField.EXTERNAL_ID);
    }

    /** A number that is a name: taken to the letter, its leading zeros included. */
    private @Nullable String identifier(Line row, ImportField field) {
        String value = text(row, field);
        if (value != null
                && (value.indexOf('E') > 0 || value.indexOf('e') > 0)
                && SCIENTIFIC.matcher(value).matches()) {
            throw rejected("SCIENTIFIC", field, null);
        }
        return value;
    }

    private @Nullable String phone(Line row) {
        String value = identifier(row, ImportField.PHONE);
        return value == null
                ? null
                : PhoneNumbers.normalise(value, format.phoneRegion())
                        .orElseThrow(() -> rejected("PHONE_INVALID", ImportField.PHONE, format.phoneRegion()));
    }

    private @Nullable String email(Line row) {
        String value = text(row, ImportField.EMAIL);
        if (value != null && !EMAIL.matcher(value).matches()) {
            throw rejected("EMAIL_INVALID", ImportField.EMAIL, null);
        }
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }

    private @Nullable Gender gender(Line row) {
        String value = text(row, ImportField.GENDER);
        if (value == null) {
            return null;
        }
        String meaning = GENDERS.meaning(value)
                .orElseThrow(() -> rejected("GENDER_UNKNOWN", ImportField.GENDER, shortened(value)));
        return meaning.equals("UNKNOWN") ? null : Gender.valueOf(meaning);
    }

    private @Nullable Boolean consent(Line row, ImportField field) {
        String value = text(row, field);
        if (value == null) {
            return null;
        }
        String meaning =
                CONSENTS.meaning(value).orElseThrow(() -> rejected("CONSENT_UNKNOWN", field, shortened(value)));
        return meaning.equals("UNKNOWN") ? null : meaning.equals("GIVEN");
    }

    private @Nullable LocalDate birthday(Line row) {
        Moment moment = moment(row, ImportField.BIRTHDAY);
        if (moment != null && moment.date().getYear() < 1900) {
            throw rejected("DATE_INVALID", ImportField.BIRTHDAY, null);
        }
        return moment == null ? null : moment.date();
    }

    private @Nullable Instant instant(Line row, ImportField field) {
        Moment moment = moment(row, field);
        return moment == null ? null : calendar.instantOf(moment);
    }

    private @Nullable Moment moment(Line row, ImportField field) {
        String value = text(row, field);
        if (value == null) {
            return null;
        }
        Moment moment = Moment.parse(value, format.dateOrder())
                .orElseThrow(
                        () -> rejected("DATE_INVALID", field, field == ImportField.BIRTHDAY ? null : shortened(value)));
        if (calendar.instantOf(moment).isAfter(latest)) {
            throw rejected("DATE_IN_FUTURE", field, field == ImportField.BIRTHDAY ? null : shortened(value));
        }
        return moment;
    }

    private Money amount(Line row) {
        String value = text(row, ImportField.AMOUNT);
        if (value == null) {
            throw rejected("AMOUNT_MISSING", ImportField.AMOUNT, null);
        }
        return Amounts.parse(value, format.decimalSign(), currency)
                .orElseThrow(() -> rejected("AMOUNT_INVALID", ImportField.AMOUNT, shortened(value)));
    }

    private OrderKind kind(Line row) {
        String value = text(row, ImportField.STATUS);
        if (value == null) {
            return OrderKind.ORDER;
        }
        String meaning = STATUSES.meaning(value)
                .orElseThrow(() -> rejected("STATUS_UNKNOWN", ImportField.STATUS, shortened(value)));
        if (meaning.equals("UNPAID")) {
            throw rejected("NOT_PAID", ImportField.STATUS, shortened(value));
        }
        return OrderKind.valueOf(meaning);
    }

    /** The cell of a field without the white space around it, or null where there is none. */
    private @Nullable String text(Line row, ImportField field) {
        Integer column = columns.get(field);
        return column == null ? null : cell(row, column);
    }

    private @Nullable String cell(Line row, int column) {
        return cell(row, column, LONGEST_TEXT);
    }

    private static @Nullable String cell(Line row, int column, int longest) {
        String value = SpreadsheetCell.plain(row.cells().get(column)).strip();
        if (CellText.isError(value)) {
            throw new LineRejected("CELL_ERROR", column, value);
        }
        if (value.length() > longest) {
            throw new LineRejected("TOO_LONG", column, Integer.toString(longest));
        }
        return value.isEmpty() ? null : value;
    }

    private LineRejected rejected(String reason, ImportField field, @Nullable String fact) {
        return new LineRejected(reason, columns.get(field), fact);
    }

    static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
