package io.wellspring.profiles;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import io.wellspring.lifecycle.Stage;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * Conditions on stages. One or several stages are written {@code NEW,GROWING}; a stage on a day {@code NEW.2026-05-31}, where
 * {@code NONE} is somebody who had not come to us yet; a move {@code NEW.SLIPPING.2026-05-31.2026-06-30}: after the one day, up to the other.
 */
final class StageConditions {

    private static final String NOBODY_YET = "NONE";

    private static final Table<Record> RANGE =
            table(name("lifecycle", "stage_range")).as("s");
    private static final Field<Long> USER_ID = field(name("s", "user_id"), Long.class);
    private static final Field<LocalDate> SINCE = field(name("s", "since"), LocalDate.class);
    private static final Field<LocalDate> UNTIL = field(name("s", "until"), LocalDate.class);
    private static final Field<String> STAGE = field(name("s", "stage"), String.class);
    private static final Field<String> FROM_STAGE = field(name("s", "from_stage"), String.class);
    private static final Condition OF_THE_USER = USER_ID.eq(field(name("p", "user_id"), Long.class));

    private StageConditions() {}

    static Optional<Condition> current(String value) {
        List<String> names = List.of(value.split(","));
        return !names.isEmpty() && names.stream().allMatch(one -> Stage.of(one).isPresent())
                ? Optional.of(ProfileColumns.STAGE.in(names))
                : Optional.empty();
    }

    static Optional<Condition> on(String value) {
        String[] parts = value.split("\\.");
        if (parts.length != 2) {
            return Optional.empty();
        }
        return day(parts[1]).flatMap(day -> {
            Condition holds = OF_THE_USER.and(SINCE.le(day)).and(UNTIL.gt(day));
            return parts[0].equals(NOBODY_YET)
                    ? Optional.of(notExists(selectOne().from(RANGE).where(holds)))
                    : Stage.of(parts[0])
                            .map(stage -> exists(selectOne().from(RANGE).where(holds.and(STAGE.eq(stage.name())))));
        });
    }

    static Optional<Condition> moved(String value) {
        String[] parts = value.split("\\.");
        if (parts.length != 4
                || !Arrays.stream(parts).limit(2).allMatch(one -> Stage.of(one).isPresent())) {
            return Optional.empty();
        }
        return day(parts[2])
                .flatMap(from -> day(parts[3])
                        .map(to -> exists(selectOne()
                                .from(RANGE)
                                .where(OF_THE_USER
                                        .and(SINCE.gt(from))
                                        .and(SINCE.le(to))
                                        .and(FROM_STAGE.eq(parts[0]))
                                        .and(STAGE.eq(parts[1]))))));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
