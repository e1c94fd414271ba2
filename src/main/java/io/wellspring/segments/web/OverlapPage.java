package io.wellspring.segments.web;

import io.wellspring.rfm.RfmModels;
import io.wellspring.rfm.RfmWords;
import io.wellspring.segments.Overlap;
import io.wellspring.segments.SegmentBook;
import io.wellspring.segments.SegmentFigures;
import io.wellspring.segments.SegmentView;
import io.wellspring.shared.NamedCount;
import io.wellspring.shared.web.Chart;
import io.wellspring.shared.web.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Segments held against each other: who is in several, and the same figures side by side. */
@Controller
@RequiredArgsConstructor
class OverlapPage {

    private static final int MOST_IN_VENN = 3;
    private static final int VALUES_COMPARED = 8;

    private final SegmentBook book;
    private final RfmModels models;
    private final MessageSource messages;
    private final Format format;

    /** @param list the address of the list of its users */
    record Area(String label, long users, String list) {}

    record Line(String label, List<String> cells) {}

    @GetMapping("/segments/overlap")
    String overlap(@RequestParam(required = false) @Nullable List<Long> id, Locale locale, Model model) {
        List<Long> ids = id == null ? List.of() : id.stream().distinct().toList();
        Overlap overlap = book.overlap(ids);
        model.addAttribute("overlap", overlap);
        if (ids.size() > 1) {
            boolean drawn = ids.size() <= MOST_IN_VENN;
            model.addAttribute("venn", drawn ? venn(overlap) : null);
            model.addAttribute("areas", drawn ? areas(overlap, locale) : List.of());
            model.addAttribute("lists", lists(overlap.segments()));
            model.addAttribute("comparison", comparison(overlap.segments(), book.figures(ids), locale));
        }
        return "segments/overlap";
    }

    private static Chart venn(Overlap overlap) {
        return Chart.of(
                "venn",
                Map.of(
                        "names",
                        overlap.segments().stream().map(SegmentView::name).toList(),
                        "areas",
                        IntStream.range(1, 1 << overlap.segments().size())
                                .mapToObj(overlap::exactly)
                                .toList()));
    }

    private List<Area> areas(Overlap overlap, Locale locale) {
        List<Area> areas = new ArrayList<>();
        for (int mask = 1; mask < 1 << overlap.segments().size(); mask++) {
            int bits = mask;
            List<String> names = IntStream.range(0, overlap.segments().size())
                    .filter(place -> (bits & 1 << place) != 0)
                    .mapToObj(place -> overlap.segments().get(place).name())
                    .toList();
            String code = names.size() == 1
                    ? "segments.area.only"
                    : names.size() == overlap.segments().size() ? "segments.area.all" : "segments.area.both";
            areas.add(new Area(
                    messages.getMessage(code, new Object[] {String.join(" ∩ ", names)}, locale),
                    overlap.exactly(mask),
                    MemberLists.of(numbers(overlap, mask), numbers(overlap, ~mask))));
        }
        return areas;
    }

    private static List<Long> numbers(Overlap overlap, int mask) {
        return IntStream.range(0, overlap.segments().size())
                .filter(place -> (mask & 1 << place) != 0)
                .mapToObj(place -> overlap.segments().get(place).id())
                .toList();
    }

    /** For each two of them the address of the list of those who are in both. */
    private static List<List<String>> lists(List<SegmentView> segments) {
        return segments.stream()
                .map(one -> segments.stream()
                        .map(other -> MemberLists.of(
                                one == other ? List.of(one.id()) : List.of(one.id(), other.id()), List.of()))
                        .toList())
                .toList();
    }

    private List<Line> comparison(List<SegmentView> segments, Map<Long, SegmentFigures> figures, Locale locale) {
        List<SegmentFigures> columns = segments.stream()
                .map(segment -> figures.getOrDefault(segment.id(), SegmentFigures.NOBODY))
                .toList();
        RfmWords words = models.words(locale);
        List<Line> lines = new ArrayList<>();
        lines.add(line("segments.column.members", locale, columns, one -> format.count(one.users())));
        lines.add(line("segments.kpi.net", locale, columns, one -> format.wholeMoney(one.net())));
        lines.add(line("segments.kpi.window-net", locale, columns, one -> format.wholeMoney(one.windowNet())));
        lines.add(line("segments.kpi.orders", locale, columns, one -> format.count(one.orders())));
        lines.add(line(
                "segments.kpi.average",
                locale,
                columns,
                one -> one.orders() == 0 ? "–" : format.money(one.net().dividedBy(one.orders()))));
        for (SegmentFigures.Dimension dimension : SegmentFigures.Dimension.values()) {
            columns.stream()
                    .flatMap(one -> one.mix(dimension).stream().limit(VALUES_COMPARED))
                    .map(NamedCount::name)
                    .distinct()
                    .limit(VALUES_COMPARED)
                    .forEach(value -> lines.add(new Line(
                            messages.getMessage(
                                    "segments.dimension." + dimension,
                                    new Object[] {DimensionWords.of(dimension, value, words, messages, locale)},
                                    locale),
                            columns.stream()
                                    .map(one -> format.share(users(one, dimension, value), one.users()))
                                    .toList())));
        }
        return lines;
    }

    private Line line(String code, Locale locale, List<SegmentFigures> columns, Function<SegmentFigures, String> cell) {
        return new Line(
                messages.getMessage(code, null, locale),
                columns.stream().map(cell).toList());
    }

    private static long users(SegmentFigures figures, SegmentFigures.Dimension dimension, String value) {
        return figures.mix(dimension).stream()
                .filter(one -> one.name().equals(value))
                .mapToLong(NamedCount::count)
                .sum();
    }
}
