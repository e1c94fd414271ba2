package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.WellspringProperties;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads columns of everybody in the order of users, some thousand rows at a time; in a transaction, without which they would come all at once. */
@Component
@RequiredArgsConstructor
class DraftColumnQueries {

    private static final int FETCHED = 10_000;
    private static final int FIRST_ROOM = 1024;

    /** What stands for the revision before the first change. */
    private static final UUID NEVER = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final WellspringProperties properties;

    /** One state of standing, and of the figures it was decided by. */
    record Revision(UUID standing, UUID figures) {

        /** Not before the first change; then nothing would tell what was read from what is there later. */
        boolean isKnown() {
            return !standing.equals(NEVER);
        }
    }

    Revision revision() {
        return jdbc.sql(sql("membership/find-revision"))
                .query((row, n) ->
                        new Revision(row.getObject("standing", UUID.class), row.getObject("figures", UUID.class)))
                .optional()
                .orElse(new Revision(NEVER, NEVER));
    }

    StandingColumns standing(LocalDate asOf) {
        Growing users = new Growing();
        Growing tiers = new Growing();
        Map<Long, Integer> places = new HashMap<>();
        jdbc.sql(sql("membership/read-standing")).withFetchSize(FETCHED).query(row -> {
            users.add(row.getLong(1));
            tiers.add(places.computeIfAbsent(row.getLong(2), tier -> places.size()));
        });
        Growing payers = new Growing();
        Growing paid = new Growing();
        jdbc.sql(sql("membership/read-paying"))
                .param("as_of", asOf)
                .withFetchSize(FETCHED)
                .query(row -> {
                    payers.add(row.getLong(1));
                    paid.add(row.getLong(2));
                });
        Growing given = new Growing();
        Growing back = new Growing();
        jdbc.sql(sql("membership/read-given")).withFetchSize(FETCHED).query(row -> {
            given.add(row.getLong(1));
            back.add(row.getLong(2));
        });
        long[] tierIds = new long[places.size()];
        places.forEach((tier, place) -> tierIds[place] = tier);
        return new StandingColumns(
                users.longs(), tiers.shorts(), tierIds, payers.longs(), paid.ints(), given.longs(), back.longs());
    }

    FigureColumns figures(ProgrammeTerms draft, LocalDate asOf, boolean stored) {
        return figures(trying("membership/read-figures", draft, asOf).param("stored", stored));
    }

    /** As if the draft had been there all along, and nobody held a tier. */
    FigureColumns first(Programme draft, LocalDate asOf) {
        return figures(trying("membership/read-first-figures", draft.terms(), asOf)
                .param("version", draft.version())
                .param("until", clock.startOf(asOf.plusDays(1)).atOffset(ZoneOffset.UTC))
                .param("zone", clock.zone().getId())
                .param("unit", (int)
                        Math.pow(10, Math.max(0, properties.currency().getDefaultFractionDigits()))));
    }

    private JdbcClient.StatementSpec trying(String file, ProgrammeTerms draft, LocalDate asOf) {
        return jdbc.sql(sql(file))
                .param("window", draft.reach().kind().name())
                .param("days", draft.reach().days())
                .param("active", draft.triesActiveDays())
                .param("as_of", asOf);
    }

    private static FigureColumns figures(JdbcClient.StatementSpec reading) {
        Growing users = new Growing();
        Growing growth = new Growing();
        Growing spend = new Growing();
        Growing orders = new Growing();
        Growing activeDays = new Growing();
        reading.withFetchSize(FETCHED).query(row -> {
            users.add(row.getLong(1));
            growth.add(row.getLong(2));
            spend.add(row.getLong(3));
            orders.add(row.getLong(4));
            activeDays.add(row.getLong(5));
        });
        return new FigureColumns(users.longs(), growth.longs(), spend.longs(), orders.ints(), activeDays.ints());
    }

    /** Numbers one after the other. */
    private static final class Growing {

        private long[] values = new long[FIRST_ROOM];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        long[] longs() {
            return Arrays.copyOf(values, size);
        }

        int[] ints() {
            int[] ints = new int[size];
            Arrays.setAll(ints, place -> Math.toIntExact(values[place]));
            return ints;
        }

        short[] shorts() {
            short[] shorts = new short[size];
            for (int place = 0; place < size; place++) {
                shorts[place] = (short) values[place];
            }
            return shorts;
        }
    }
}
