package io.wellspring.lifecycle.web;

import io.wellspring.lifecycle.CurrentStages;
import io.wellspring.lifecycle.Stage;
import io.wellspring.lifecycle.StageExit;
import io.wellspring.lifecycle.StageFlow;
import io.wellspring.shared.web.Chart;
import io.wellspring.shared.web.Format;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The stages of two days laid out for their page, each figure with the address of the users it counts. */
record LifecycleView(
        StageDays days,
        CurrentStages current,
        Map<Stage, Long> before,
        Map<Stage, Long> now,
        List<StageFlow> flows,
        List<StageExit> exits) {

    private static final Map<Stage, String> COLOURS = Map.of(
            Stage.PROSPECT, "#b9c8cd",
            Stage.NEW, "#9dd3d7",
            Stage.GROWING, "#6fc1c7",
            Stage.MATURE, "#0b6e7b",
            Stage.SLIPPING, "#d8c79a",
            Stage.DORMANT, "#c8912b",
            Stage.LOST, "#d9603f",
            Stage.RETURNED, "#2b98a3");
    private static final String ELSEWHERE = "#dfe7ea";

    record StageLine(Stage stage, long users, double share, long usersBefore, String href) {

        public long change() {
            return users - usersBefore;
        }

        public boolean goodChange() {
            return change() > 0 == stage.isGood();
        }

        /** For a bar of a thousand. */
        public long perMille() {
            return Math.round(share * 1000);
        }
    }

    record FlowLine(@Nullable Stage from, long users, List<FlowCell> cells) {}

    record FlowCell(Stage to, long users, double share, int depth, String href) {}

    record ExitLine(Stage from, long moves, double medianDays, double p75Days, List<Conversion> conversions) {}

    record Conversion(Stage to, long moves, double share, double medianDays, String href) {}

    record Level(String name, long users, double share, String href) {

        public long perMille() {
            return Math.round(share * 1000);
        }
    }

    public long users() {
        return sum(now);
    }

    public List<StageLine> stages() {
        long all = users();
        return Stage.ALL.stream()
                .map(stage -> new StageLine(
                        stage, of(now, stage), share(of(now, stage), all), of(before, stage), standingHref(stage)))
                .toList();
    }

    /** From stage to stage, those who came in between last. */
    public List<FlowLine> matrix() {
        return Stream.concat(Stage.ALL.stream().map(Optional::of), Stream.of(Optional.<Stage>empty()))
                .map(this::flowLine)
                .filter(line -> line.users() > 0)
                .toList();
    }

    public List<ExitLine> exitLines() {
        return exits.stream()
                .filter(exit -> exit.to().isEmpty())
                .sorted(Comparator.comparing(StageExit::from))
                .map(exit ->
                        new ExitLine(exit.from(), exit.moves(), exit.medianDays(), exit.p75Days(), conversions(exit)))
                .toList();
    }

    /** Base, ordinary users, members, active users: each level is part of the one before. Only as of the day users stand by. */
    public List<Level> pyramid() {
        long all = users();
        long ordered = all - of(now, Stage.PROSPECT);
        long active = of(now, Stage.GROWING) + of(now, Stage.MATURE);
        return List.of(
                new Level(
                        "base",
                        all,
                        share(all, all),
                        "/users?stage="
                                + String.join(
                                        ",", Stage.ALL.stream().map(Enum::name).toList())),
                new Level("ordinary", ordered, share(ordered, all), "/users?orders-min=1"),
                new Level("member", current.members(), share(current.members(), all), "/users?orders-min=2"),
                new Level("active", active, share(active, all), "/users?stage=GROWING,MATURE"));
    }

    Chart sankey(MessageSource messages, Format format, Locale locale) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        List<Map<String, Object>> links = new ArrayList<>();
        matrix().forEach(line -> nodes.add(node(
                "from:" + name(line.from()),
                text(messages, line.from(), locale),
                line.from(),
                line.users(),
                format,
                0)));
        for (Stage stage : Stage.ALL) {
            if (of(now, stage) > 0) {
                nodes.add(node("to:" + stage, text(messages, stage, locale), stage, of(now, stage), format, 1));
            }
        }
        matrix().forEach(line -> line.cells().stream()
                .filter(cell -> cell.users() > 0)
                .forEach(cell -> links.add(Map.of(
                        "source", "from:" + name(line.from()),
                        "target", "to:" + cell.to(),
                        "value", cell.users(),
                        "note",
                                "%s → %s: %s"
                                        .formatted(
                                                text(messages, line.from(), locale),
                                                text(messages, cell.to(), locale),
                                                format.count(cell.users())),
                        "href", cell.href()))));
        return Chart.of("sankey", Map.of("nodes", nodes, "links", links));
    }

    private FlowLine flowLine(Optional<Stage> from) {
        Map<Stage, Long> to = new HashMap<>();
        flows.stream()
                .filter(flow -> flow.from().equals(from))
                .forEach(flow -> to.merge(flow.to(), flow.users(), Long::sum));
        long all = sum(to);
        return new FlowLine(
                from.orElse(null),
                all,
                Stage.ALL.stream()
                        .map(stage -> new FlowCell(
                                stage,
                                of(to, stage),
                                share(of(to, stage), all),
                                depth(share(of(to, stage), all)),
                                flowHref(from, stage)))
                        .toList());
    }

    private List<Conversion> conversions(StageExit all) {
        return exits.stream()
                .filter(exit -> exit.from() == all.from())
                .flatMap(exit -> exit.to().stream()
                        .map(to -> new Conversion(
                                to,
                                exit.moves(),
                                share(exit.moves(), all.moves()),
                                exit.medianDays(),
                                "/users?stage-move=%s.%s.%s.%s".formatted(exit.from(), to, days.from(), days.to()))))
                .sorted(Comparator.comparing(Conversion::moves).reversed())
                .toList();
    }

    /** The stage of the later day, as the list of users is asked for it. */
    private String standing(Stage stage) {
        return days.current() ? "stage=" + stage : "stage-on=%s.%s".formatted(stage, days.to());
    }

    private String standingHref(Stage stage) {
        return "/users?" + standing(stage);
    }

    private String flowHref(Optional<Stage> from, Stage to) {
        return "/users?stage-from=%s.%s&%s".formatted(name(from.orElse(null)), days.from(), standing(to));
    }

    private static Map<String, Object> node(
            String id, String label, @Nullable Stage stage, long users, Format format, int depth) {
        return Map.of(
                "name", id,
                "label", label,
                "note", "%s: %s".formatted(label, format.count(users)),
                "depth", depth,
                "colour", stage == null ? ELSEWHERE : COLOURS.getOrDefault(stage, ELSEWHERE));
    }

    private static String name(@Nullable Stage stage) {
        return stage == null ? "NONE" : stage.name();
    }

    private static String text(MessageSource messages, @Nullable Stage stage, Locale locale) {
        return messages.getMessage("lifecycle.stage." + name(stage), null, locale);
    }

    private static int depth(double share) {
        return share == 0 ? 0 : Math.min(5, 1 + (int) (share * 5));
    }

    private static long of(Map<Stage, Long> users, Stage stage) {
        return users.getOrDefault(stage, 0L);
    }

    private static long sum(Map<Stage, Long> users) {
        return users.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
