package io.wellspring.profiles;

import io.wellspring.rfm.RfmClass;
import io.wellspring.rfm.RfmGroup;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;

/** What users can be filtered by. A value is text as it stands in an address; one that cannot be read is refused, never dropped. */
public enum ListField {
    /** One of the eight classes by its code, or {@code NONE}: not scored. */
    CLASS("class", value -> classed(ProfileColumns.CLASS, value, ProfileColumns.CLASS.isNull())),
    /** The class in the snapshot before, or {@code NONE}: not scored in it. */
    FROM_CLASS(
            "from",
            value ->
                    classed(ProfileColumns.FROM_CLASS, value, ProfileColumns.FROM_CLASS.eq(ProfileColumns.NOT_SCORED))),
    GROUP("group", value -> RfmGroup.of(value).map(group -> ProfileColumns.GROUP.eq(group.name()))),
    /** One or several lifecycle stages on the day the figures are about. */
    STAGE("stage", StageConditions::current),
    /** A lifecycle stage on a day. */
    STAGE_ON("stage-on", StageConditions::on),
    /** The same of an earlier day, for those who moved in between. */
    STAGE_FROM("stage-from", StageConditions::on),
    /** A move from one stage into the next between two days. */
    STAGE_MOVE("stage-move", StageConditions::moved),
    /** A tier of the membership programme by its number. */
    TIER(
            "tier",
            value -> number(value)
                    .filter(tier -> tier > 0 && tier <= Short.MAX_VALUE)
                    .map(tier -> ProfileColumns.TIER.eq(tier.shortValue()))),
    R("r", value -> score(ProfileColumns.R, value)),
    F("f", value -> score(ProfileColumns.F, value)),
    M("m", value -> score(ProfileColumns.M, value)),
    SCORED("scored", ListField::scored),
    CHANNEL("channel", value -> Optional.of(ProfileColumns.CHANNEL.eq(value))),
    CITY("city", value -> Optional.of(ProfileColumns.CITY.eq(value))),
    ORDERS_MIN("orders-min", value -> number(value).map(ProfileColumns.ORDERS::ge)),
    ORDERS_MAX("orders-max", value -> number(value).map(ProfileColumns.ORDERS::le)),
    REGISTERED_FROM("registered-from", value -> day(value).map(ProfileColumns.REGISTERED_ON::ge)),
    REGISTERED_TO("registered-to", value -> day(value).map(ProfileColumns.REGISTERED_ON::le)),
    LAST_ORDER_FROM("last-order-from", value -> day(value).map(ProfileColumns.LAST_ORDER_ON::ge)),
    LAST_ORDER_TO("last-order-to", value -> day(value).map(ProfileColumns.LAST_ORDER_ON::le)),
    /**
     * A tag by its number, or {@code ANY}: at least one, or {@code G} and the number of a group: at least one of its tags, or {@code
     * NONE}: no tag at all.
     */
    TAG("tag", ListField::tagged);

    public static final List<ListField> ALL = List.of(values());

    private final String parameter;
    private final Function<String, Optional<Condition>> reading;

    ListField(String parameter, Function<String, Optional<Condition>> reading) {
        this.parameter = parameter;
        this.reading = reading;
    }

    /** What it is called in an address. */
    public String parameter() {
        return parameter;
    }

    /** Whether it is kept in the profile itself, not beside it. */
    boolean isInProfile() {
        return switch (this) {
            case STAGE_ON, STAGE_FROM, STAGE_MOVE, TAG -> false;
            case CLASS,
                    FROM_CLASS,
                    GROUP,
                    STAGE,
                    TIER,
                    R,
                    F,
                    M,
                    SCORED,
                    CHANNEL,
                    CITY,
                    ORDERS_MIN,
                    ORDERS_MAX,
                    REGISTERED_FROM,
                    REGISTERED_TO,
                    LAST_ORDER_FROM,
                    LAST_ORDER_TO -> true;
        };
    }

    /** Whether a value can be read; views that were saved long ago may hold others. */
    public boolean reads(String value) {
        return reading.apply(value).isPresent();
    }

    Condition condition(String value) {
        return reading.apply(value).orElseThrow(() -> new UnreadableFilter(this, value));
    }

    private static Optional<Condition> classed(Field<String> column, String value, Condition unscored) {
        return value.equals(ProfileColumns.NOT_SCORED)
                ? Optional.of(unscored)
                : RfmClass.of(value).map(klass -> column.eq(klass.code()));
    }

    private static Optional<Condition> score(Field<Short> column, String value) {
        return number(value).filter(score -> score >= 1 && score <= 5).map(score -> column.eq(score.shortValue()));
    }

    private static Optional<Condition> scored(String value) {
        return switch (value) {
            case "yes" -> Optional.of(ProfileColumns.CLASS.isNotNull());
            case "no" -> Optional.of(ProfileColumns.CLASS.isNull());
            default -> Optional.empty();
        };
    }

    private static Optional<Condition> tagged(String value) {
        return switch (value) {
            case "ANY" -> Optional.of(ProfileColumns.tagged());
            case "NONE" -> Optional.of(ProfileColumns.untagged());
            default -> {
                boolean ofGroup = value.startsWith("G");
                String number = ofGroup ? value.substring(1) : value;
                yield number.matches("[1-9]\\d{0,17}")
                        ? Optional.of(
                                ofGroup
                                        ? ProfileColumns.taggedOfGroup(Long.parseLong(number))
                                        : ProfileColumns.tagged(Long.parseLong(number)))
                        : Optional.empty();
            }
        };
    }

    private static Optional<Integer> number(String value) {
        try {
            return Optional.of(Integer.valueOf(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
