package io.wellspring.membership.web;

import io.wellspring.membership.GrowthScale;
import io.wellspring.membership.Programme;
import io.wellspring.membership.Tier;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How growth value is spread, with a slider for each threshold of a draft that asks for some. */
record ScaleView(GrowthScale scale, Programme draft, Locale locale) {

    private static final int HEIGHT = 100;

    /** @param height in hundredths of the tallest */
    record Bar(int place, long from, long until, long users, long height, String colour, String tier) {}

    /** @param place of the threshold among the steps */
    record Slider(Tier tier, String name, String field, int place, long growth, long users) {}

    /** The values a slider can take, with commas between. */
    public String steps() {
        return scale.edges().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** How many users reach each of them, with commas between. */
    public String reaching() {
        return scale.edges().stream()
                .map(edge -> String.valueOf(scale.reaching(edge)))
                .collect(Collectors.joining(","));
    }

    public int last() {
        return scale.edges().size() - 1;
    }

    public String baseColour() {
        return draft.ofRank(1).colour();
    }

    /** One between each step and the next. */
    public List<Bar> bars() {
        long most = Math.max(1, scale.most());
        return IntStream.range(0, last())
                .mapToObj(i -> {
                    long from = scale.edges().get(i);
                    long users = scale.users().get(i);
                    Tier tier = reached(from);
                    long height = users == 0 ? 0 : Math.max(1, users * HEIGHT / most);
                    return new Bar(i, from, scale.edges().get(i + 1), users, height, tier.colour(), tier.name(locale));
                })
                .toList();
    }

    public List<Slider> sliders() {
        return draft.terms().tiers().stream()
                .flatMap(tier -> tier.entry().growth().stream()
                        .map(growth -> new Slider(
                                tier,
                                tier.name(locale),
                                "t" + tier.number() + "-entry-growth",
                                scale.edges().indexOf(growth),
                                growth,
                                scale.reaching(growth))))
                .toList();
    }

    private Tier reached(long growth) {
        return draft.terms().tiers().stream()
                .filter(tier ->
                        tier.entry().growth().map(least -> growth >= least).orElse(tier.isBase()))
                .reduce((lower, higher) -> higher)
                .orElseThrow();
    }
}
