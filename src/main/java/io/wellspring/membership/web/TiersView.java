package io.wellspring.membership.web;

import io.wellspring.membership.CurrentTiers;
import io.wellspring.membership.DueMonth;
import io.wellspring.membership.GrowthBand;
import io.wellspring.membership.MonthCount;
import io.wellspring.membership.Programme;
import io.wellspring.membership.Tier;
import io.wellspring.membership.TierCount;
import io.wellspring.membership.TierFlow;
import io.wellspring.shared.Money;
import io.wellspring.shared.web.Chart;
import io.wellspring.shared.web.Format;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The programme and who stands where, laid out for their page. */
record TiersView(
        List<Programme> versions,
        Programme programme,
        Optional<CurrentTiers> current,
        List<TierCount> counts,
        List<GrowthBand> bands,
        List<TierFlow> flows,
        List<MonthCount> months,
        List<DueMonth> dues) {

    private static final int FIRST_HEIGHT = 4;
    private static final int MIDDLING = 160;

    /**
     * A tier as a step.
     *
     * @param height its class, from 1 to 12
     * @param dark whether white reads better on its colour
     */
    record Step(
            Tier tier, String name, long users, double share, Money net, double netShare, int height, boolean dark) {}

    record Band(GrowthBand band, String label, String tier, long users) {}

    record Flow(YearMonth month, String from, String to, boolean up, long users) {}

    record Due(YearMonth month, int number, String tier, String colour, DueMonth due) {}

    public List<Step> steps(Locale locale) {
        List<Tier> tiers = programme.terms().tiers();
        long all = users();
        long net = counts.stream().mapToLong(count -> count.net().minor()).sum();
        return tiers.stream()
                .map(tier -> new Step(
                        tier,
                        tier.name(locale),
                        users(tier),
                        share(users(tier), all),
                        net(tier),
                        share(net(tier).minor(), net),
                        tiers.size() == 1
                                ? FIRST_HEIGHT
                                : FIRST_HEIGHT + (tier.rank() - 1) * (12 - FIRST_HEIGHT) / (tiers.size() - 1),
                        isDark(tier.colour())))
                .toList();
    }

    public long users() {
        return counts.stream().mapToLong(TierCount::users).sum();
    }

    public long users(Tier tier) {
        return counts.stream()
                .filter(count -> count.tierId() == tier.id())
                .mapToLong(TierCount::users)
                .sum();
    }

    public List<Band> bands(Locale locale, Format format) {
        return bands.stream()
                .map(band -> new Band(band, label(band, format), reached(band).name(locale), band.users()))
                .toList();
    }

    Chart distribution(Format format) {
        return Chart.of(
                "bars",
                Map.of(
                        "labels",
                                bands.stream().map(band -> label(band, format)).toList(),
                        "series",
                                List.of(Map.of(
                                        "name",
                                        "",
                                        "values",
                                        bands.stream()
                                                .map(band -> Map.of(
                                                        "value", band.users(),
                                                        "itemStyle",
                                                                Map.of(
                                                                        "color",
                                                                        reached(band)
                                                                                .colour())))
                                                .toList()))));
    }

    /** Only of months whose tiers the versions name. */
    Chart overTime(Locale locale, Format format) {
        TreeMap<LocalDate, Map<Integer, Long>> days = new TreeMap<>();
        months.forEach(count -> tier(count.tierId())
                .ifPresent(tier -> days.computeIfAbsent(count.day(), day -> new TreeMap<>())
                        .merge(tier.number(), count.users(), Long::sum)));
        List<Map<String, Object>> series = new ArrayList<>();
        programme
                .terms()
                .tiers()
                .forEach(tier -> series.add(Map.of(
                        "name", tier.name(locale),
                        "colour", tier.colour(),
                        "values",
                                days.values().stream()
                                        .map(users -> users.getOrDefault(tier.number(), 0L))
                                        .toList())));
        return Chart.of(
                "lines",
                Map.of("labels", days.keySet().stream().map(format::date).toList(), "series", series));
    }

    public long monthsCounted() {
        return months.stream().map(MonthCount::day).distinct().count();
    }

    public List<Flow> flows(Locale locale) {
        return flows.reversed().stream()
                .flatMap(flow -> tier(flow.fromTierId()).stream()
                        .flatMap(from -> tier(flow.tierId()).stream()
                                .map(to -> new Flow(
                                        flow.month(),
                                        from.name(locale),
                                        to.name(locale),
                                        to.rank() > from.rank(),
                                        flow.users()))))
                .toList();
    }

    public List<Due> dues(Locale locale) {
        return dues.stream()
                .flatMap(due -> tier(due.tierId()).stream()
                        .map(tier -> new Due(due.month(), tier.number(), tier.name(locale), tier.colour(), due)))
                .toList();
    }

    public long dropping() {
        return dues.stream().mapToLong(DueMonth::dropping).sum();
    }

    public long near() {
        return dues.stream().mapToLong(DueMonth::near).sum();
    }

    /** The published versions, the newest first. */
    public List<Programme> published() {
        return versions.stream().filter(version -> !version.isDraft()).toList();
    }

    private Optional<Tier> tier(long id) {
        return versions.stream().flatMap(version -> version.tier(id).stream()).findFirst();
    }

    private Money net(Tier tier) {
        return counts.stream()
                .filter(count -> count.tierId() == tier.id())
                .map(TierCount::net)
                .findFirst()
                .orElse(Money.ZERO);
    }

    /** The highest tier whose threshold of growth value a band is not below; what else a tier asks for is not asked here. */
    private Tier reached(GrowthBand band) {
        return programme.terms().tiers().stream()
                .filter(tier ->
                        tier.entry().growth().map(least -> band.from() >= least).orElse(tier.isBase()))
                .reduce((lower, higher) -> higher)
                .orElseThrow();
    }

    private static String label(GrowthBand band, Format format) {
        if (band.until() == 0) {
            return "≥ " + format.count(band.from());
        }
        if (band.from() == 0) {
            return "≤ " + format.count(band.until() - 1);
        }
        return band.until() - band.from() == 1
                ? format.count(band.from())
                : format.count(band.from()) + "–" + format.count(band.until() - 1);
    }

    private static boolean isDark(String colour) {
        int[] rgb = IntStream.of(1, 3, 5)
                .map(at -> Integer.parseInt(colour.substring(at, at + 2), 16))
                .toArray();
        return 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2] < MIDDLING;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
