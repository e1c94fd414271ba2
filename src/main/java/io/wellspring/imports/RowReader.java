package io.wellspring.imports;

import io.wellspring.activity.ActivityRow;
import io.wellspring.activity.OrderRow;
import io.wellspring.tags.TagRow;
import io.wellspring.users.Gender;
import io.wellspring.users.UserAttribute;
import io.wellspring.users.UserRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the cells of one record into a user, or by {@link FactReader} into a fact, or says why it cannot. What it does not understand it
 * refuses.
 */
final class RowReader {

    private static final Vocabulary GENDERS = Vocabulary.of("imports/genders.properties");
    private static final Vocabulary CONSENTS = Vocabulary.of("imports/consents.properties");
    private static final int LONGEST_TAGS = 2000;

    private final RowCells cells;
    private final FactReader facts;
    private final AttributeColumns attributes;
    private final TagColumns tags;

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
        this.cells = new RowCells(format, mapping, zone, latest);
        this.facts = new FactReader(cells, new DetailColumns(names, mapping), currency);
        this.attributes = new AttributeColumns(mapping, attributes, format, zone);
        this.tags = new TagColumns(names, mapping, singleChoices);
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
        cells.checkShape(row);
        RowCells.Identities who = cells.identities(row, "NO_IDENTITY");
        return new UserRow(
                row.number(),
                who.externalId(),
                cells.text(row, ImportField.NAME),
                who.phone(),
                who.email(),
                gender(row),
                birthday(row),
                cells.text(row, ImportField.PROVINCE),
                cells.text(row, ImportField.CITY),
                cells.text(row, ImportField.CHANNEL),
                cells.instant(row, ImportField.REGISTERED_AT),
                attributes.json(column -> cells.cell(row, column), false),
                attributes.json(column -> cells.cell(row, column), true),
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
        return tags.rows(user, column -> RowCells.cell(row, column, LONGEST_TAGS));
    }

    /** See {@link FactReader#order}. */
    OrderRow order(Line row) {
        return facts.order(row);
    }

    /** See {@link FactReader#activity}. */
    ActivityRow activity(Line row) {
        return facts.activity(row);
    }

    private @Nullable Gender gender(Line row) {
        String value = cells.text(row, ImportField.GENDER);
        if (value == null) {
            return null;
        }
        String meaning = GENDERS.meaning(value)
                .orElseThrow(() -> cells.rejected("GENDER_UNKNOWN", ImportField.GENDER, RowCells.shortened(value)));
        return meaning.equals("UNKNOWN") ? null : Gender.valueOf(meaning);
    }

    private @Nullable Boolean consent(Line row, ImportField field) {
        String value = cells.text(row, field);
        if (value == null) {
            return null;
        }
        String meaning = CONSENTS.meaning(value)
                .orElseThrow(() -> cells.rejected("CONSENT_UNKNOWN", field, RowCells.shortened(value)));
        return meaning.equals("UNKNOWN") ? null : meaning.equals("GIVEN");
    }

    private @Nullable LocalDate birthday(Line row) {
        Moment moment = cells.moment(row, ImportField.BIRTHDAY);
        if (moment != null && moment.date().getYear() < 1900) {
            throw cells.rejected("DATE_INVALID", ImportField.BIRTHDAY, null);
        }
        return moment == null ? null : moment.date();
    }
}
