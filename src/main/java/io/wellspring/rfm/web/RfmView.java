package io.wellspring.rfm.web;

import io.wellspring.rfm.Dimension;
import io.wellspring.rfm.RfmClass;
import io.wellspring.rfm.RfmGroup;
import io.wellspring.rfm.RfmMigration;
import io.wellspring.rfm.RfmPicture;
import io.wellspring.rfm.RfmSnapshot;
import io.wellspring.rfm.RfmWords;
import io.wellspring.rfm.Tally;
import io.wellspring.shared.web.Chart;
import io.wellspring.shared.web.Format;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * A snapshot laid out for its page. Users are linked only from the snapshot they stand by: the user list shows no other.
 *
 * @param before the snapshot it is compared with
 */
record RfmView(
        RfmPicture picture,
        Optional<RfmPicture> before,
        Optional<RfmMigration> migration,
        RfmWords words,
        HeatAxes axes) {

    private static final Map<String, String> COLOURS = Map.of(
            "111", "#0b6e7b", "101", "#2b98a3", "011", "#c8912b", "001", "#d9603f", "110", "#6fc1c7", "100", "#9dd3d7",
            "010", "#d8c79a", "000", "#b9c8cd");

    record ClassLine(
            RfmClass klass,
            String name,
            Tally tally,
            double share,
            double revenueShare,
            Optional<Long> usersBefore,
            @Nullable String href) {

        /** Which dimensions are high and which low: {@code R↑ F↓ M↑}. */
        public String feature() {
            StringBuilder feature = new StringBuilder();
            for (Dimension dimension : Dimension.ALL) {
                feature.append(feature.isEmpty() ? "" : " ")
                        .append(dimension.letter().toUpperCase(Locale.ROOT))
                        .append(klass.isBetterIn(dimension) ? '↑' : '↓');
            }
            return feature.toString();
        }

        /** More of those who bought lately is good, more of those who did not is not. */
        public boolean goodChange() {
            return change().filter(change -> change > 0 == klass.isBetterIn(Dimension.RECENCY))
                    .isPresent();
        }

        /** For a bar of a thousand; refunds can make a share negative, a bar cannot be. */
        public long revenuePerMille() {
            return Math.max(0, Math.round(revenueShare * 1000));
        }

        /** How many more users than before, as a share of those; empty where there were none. */
        public Optional<Double> change() {
            return usersBefore.filter(users -> users > 0).map(users -> (double) (tally.users() - users) / users);
        }
    }

    record GroupLine(
            RfmGroup group,
            String name,
            Tally tally,
            double share,
            double revenueShare,
            @Nullable String href) {}

    record HeatCell(
            int down,
            int across,
            Tally tally,
            int depth,
            @Nullable String href) {}

    record MatrixLine(String name, @Nullable RfmClass from, long users, List<MatrixCell> cells) {}

    record MatrixCell(
            String name,
            long users,
            double share,
            int depth,
            @Nullable String href) {}

    public List<ClassLine> classes() {
        return RfmClass.ALL.stream()
                .map(klass -> {
                    Tally tally = picture.tally(klass);
                    return new ClassLine(
                            klass,
                            words.of(klass),
                            tally,
                            share(tally.users(), snapshot().scoredUsers()),
                            share(tally.net().minor(), snapshot().revenue().minor()),
                            before.map(other -> other.tally(klass).users()),
                            link("class=" + klass.code()));
                })
                .toList();
    }

    public List<GroupLine> groups() {
        return RfmGroup.ALL.stream()
                .map(group -> {
                    Tally tally = picture.tally(group);
                    return new GroupLine(
                            group,
                            words.of(group),
                            tally,
                            share(tally.users(), snapshot().scoredUsers()),
                            share(tally.net().minor(), snapshot().revenue().minor()),
                            link("group=" + group));
                })
                .toList();
    }

    /** Five rows from score 5 down to 1, each from 1 across to 5. */
    public List<List<HeatCell>> heat() {
        long most = IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(down -> IntStream.rangeClosed(1, 5).mapToObj(across -> tally(down, across)))
                .mapToLong(Tally::users)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, 5)
                .mapToObj(row -> 6 - row)
                .map(down -> IntStream.rangeClosed(1, 5)
                        .mapToObj(across -> {
                            Tally tally = tally(down, across);
                            String query = axes.down().letter() + "=" + down + "&"
                                    + axes.across().letter() + "=" + across;
                            return new HeatCell(
                                    down,
                                    across,
                                    tally,
                                    depth(share(tally.users(), most)),
                                    tally.users() == 0 ? null : link(query));
                        })
                        .toList())
                .toList();
    }

    /** The columns of the matrix: the classes, and those no longer scored. */
    public List<String> destinations() {
        return everyClass().map(words::of).toList();
    }

    /** A row per class users came from, and one for those newly scored. */
    public List<MatrixLine> matrix() {
        return migration
                .map(moves -> {
                    List<MatrixLine> lines = new ArrayList<>();
                    everyClass().forEach(from -> lines.add(line(moves, from)));
                    return lines;
                })
                .orElseGet(List::of);
    }

    Chart treemap(MessageSource messages, Format format, Locale locale) {
        List<Map<String, Object>> items = classes().stream()
                .sorted(Comparator.comparing((ClassLine line) -> line.tally().users())
                        .reversed())
                .map(line -> {
                    Map<String, Object> item = new HashMap<>();
                    item.put("name", line.name());
                    item.put("value", line.tally().users());
                    item.put(
                            "note",
                            messages.getMessage(
                                    "rfm.treemap.note",
                                    new Object[] {
                                        format.count(line.tally().users()), format.percent(line.revenueShare())
                                    },
                                    locale));
                    item.put(
                            "colour",
                            Objects.requireNonNull(COLOURS.get(line.klass().code())));
                    if (line.href() != null) {
                        item.put("href", line.href());
                    }
                    return item;
                })
                .toList();
        return Chart.of("treemap", Map.of("items", items));
    }

    private MatrixLine line(RfmMigration moves, Optional<RfmClass> from) {
        long all = moves.usersFrom(from);
        List<MatrixCell> cells = everyClass()
                .map(to -> {
                    long users = moves.users(from, to);
                    double share = share(users, all);
                    String query = "from=" + code(from) + "&class=" + code(to);
                    boolean linked = users > 0
                            && moves.from().id() == snapshot().precedingId().orElse(-1L);
                    return new MatrixCell(words.of(to), users, share, depth(share), linked ? link(query) : null);
                })
                .toList();
        return new MatrixLine(words.of(from), from.orElse(null), all, cells);
    }

    private RfmSnapshot snapshot() {
        return picture.snapshot();
    }

    private Tally tally(int down, int across) {
        return picture.tally(axes.down(), down, axes.across(), across);
    }

    private @Nullable String link(String query) {
        return snapshot().standing() ? "/users?" + query : null;
    }

    private static Stream<Optional<RfmClass>> everyClass() {
        return Stream.concat(RfmClass.ALL.stream().map(Optional::of), Stream.of(Optional.empty()));
    }

    private static String code(Optional<RfmClass> klass) {
        return klass.map(RfmClass::code).orElse("NONE");
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** 0 for nobody, else 1 to 5. */
    private static int depth(double share) {
        return share <= 0 ? 0 : Math.clamp((int) Math.ceil(share * 5), 1, 5);
    }
}
