package io.wellspring.imports;

import io.wellspring.users.AttributeType;
import io.wellspring.users.UserAttribute;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the cells of one attribute's column say, in the form the registry keeps: text, number, ISO date, true or false. */
final class AttributeText {

    private static final Vocabulary YES_NO = Vocabulary.of("imports/yes-no.properties");

    private final AttributeType type;
    private final FileFormat format;
    private final ZoneId zone;
    /** Those it has, and those this file has brought so far. */
    private final Set<String> choices;

    AttributeText(AttributeType type, Set<String> choices, FileFormat format, ZoneId zone) {
        this.type = type;
        this.format = format;
        this.zone = zone;
        this.choices = new HashSet<>(choices);
    }

    /**
     * The value a cell gives.
     *
     * @param text not empty, without the white space around it
     * @param column where it stands, for the refusal
     * @throws LineRejected if it is none of this type
     */
    Object value(String text, int column) {
        return switch (type) {
            case TEXT -> text;
            case NUMBER ->
                Numbers.parse(text, format.decimalSign())
                        .orElseThrow(() -> new LineRejected("NOT_A_NUMBER", column, RowCells.shortened(text)));
            case DATE -> date(text, column);
            case YES_NO ->
                yesNo(text).orElseThrow(() -> new LineRejected("NOT_YES_OR_NO", column, RowCells.shortened(text)));
            case CHOICE -> choice(text, column);
        };
    }

    /** Whether a word says yes or no at all. */
    static Optional<Boolean> yesNo(String text) {
        return YES_NO.meaning(text).map("YES"::equals);
    }

    private String date(String text, int column) {
        Moment moment = Moment.parse(text, format.dateOrder())
                .orElseThrow(() -> new LineRejected("NOT_A_DATE", column, RowCells.shortened(text)));
        return (moment.offset() == null
                        ? moment.date()
                        : moment.in(zone).atZone(zone).toLocalDate())
                .toString();
    }

    private String choice(String text, int column) {
        if (!choices.contains(text)) {
            if (choices.size() >= UserAttribute.MOST_CHOICES) {
                throw new LineRejected("TOO_MANY_CHOICES", column, RowCells.shortened(text));
            }
            choices.add(text);
        }
        return text;
    }
}
