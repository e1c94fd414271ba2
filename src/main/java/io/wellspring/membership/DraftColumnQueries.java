package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import java.time.LocalDate;
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

    /** Before the first change there is none. */
    private static final UUID NEVER = new UUID(0, 0);

    private final JdbcClient jdbc;

    /** One state of standing, and of the figures it was decided by. */
    record Revision(UUID standing, UUID figures) {}

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
        long[] tierIds = new long[places.size()];
        places.forEach((tier, place) -> tierIds[place] = tier);
        return new StandingColumns(users.longs(), tiers.shorts(), tierIds, payers.longs(), paid.ints());
    }

    FigureColumns figures(CountingWindow window, boolean active, LocalDate asOf, boolean stored) {
        Growing users = new Growing();
        Growing growth = new Growing();
        Growing spend = new Growing();
        Growing orders = new Growing();
        Growing activeDays = new Growing();
        jdbc.sql(sql("membership/read-figures"))
                .param("window", window.kind().name())
                .param("days", window.days())
                .param("active", active)
                .param("as_of", asOf)
                .param("stored", stored)
                .withFetchSize(FETCHED)
                .query(row -> {
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
