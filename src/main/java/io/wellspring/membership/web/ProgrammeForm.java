package io.wellspring.membership.web;

import io.wellspring.membership.ActivityRule;
import io.wellspring.membership.DraftSeen;
import io.wellspring.membership.Grants;
import io.wellspring.membership.Programme;
import io.wellspring.membership.ProgrammeTerms;
import io.wellspring.membership.Tier;
import io.wellspring.membership.TierRule;
import io.wellspring.shared.Money;
import io.wellspring.shared.web.Touched;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The draft of a programme as somebody typed it.
 *
 * @param numbers of its tiers, the lowest first
 * @param values field → text
 * @param errors field → message code
 */
record ProgrammeForm(List<Integer> numbers, Map<String, String> values, Map<String, String> errors) {

    /** So many kinds of activity can bring growth value. */
    static final int ACTIVITIES = 6;

    private static final int LONGEST_FORM = 40;
    private static final String EDITION = "edition";
    private static final String FORM = "form";

    /** The field that says from which day on a version decides. */
    static final String DAY = "effectiveOn";

    static ProgrammeForm typed(Map<String, String> typed) {
        Map<String, String> stripped = new HashMap<>();
        typed.forEach((field, value) -> stripped.put(field, value.strip()));
        List<Integer> numbers = Stream.of(stripped.getOrDefault("tiers", "").split(","))
                .filter(number -> number.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf)
                .distinct()
                .toList();
        return new ProgrammeForm(numbers, stripped, new LinkedHashMap<>());
    }

    /** The draft, in a form nobody has typed in yet. */
    static ProgrammeForm of(Programme draft, Currency currency) {
        ProgrammeTerms terms = draft.terms();
        Map<String, String> values = new HashMap<>();
        values.put(EDITION, Long.toString(draft.edition().edition()));
        values.put(FORM, UUID.randomUUID().toString());
        values.put("reachWindow", terms.reach().kind().name());
        values.put("reachDays", Integer.toString(terms.reach().days()));
        values.put("keepWindow", terms.keep().kind().name());
        values.put("keepDays", Integer.toString(terms.keep().days()));
        values.put("refunds", terms.refunds().name());
        values.put("orderFactor", terms.orderFactor().stripTrailingZeros().toPlainString());
        terms.tiers().forEach(tier -> put(values, tier, currency));
        for (int i = 0; i < terms.activities().size(); i++) {
            ActivityRule rule = terms.activities().get(i);
            values.put("a" + i + "-type", rule.type());
            values.put("a" + i + "-growth", Integer.toString(rule.growth()));
            rule.dailyCap().ifPresent(put(values, "a" + i + "-daily"));
            rule.monthlyCap().ifPresent(put(values, "a" + i + "-monthly"));
        }
        terms.grants()
                .byTier()
                .forEach((tier, benefits) -> benefits.forEach(benefit -> values.put(granted(tier, benefit), "on")));
        return new ProgrammeForm(terms.tiers().stream().map(Tier::number).toList(), values, new LinkedHashMap<>());
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean wrong(String field) {
        return errors.containsKey(field);
    }

    /**
     * The same, to be kept over what the draft says by now: fields nobody touched say what it says. The rows for activity are one field: by what
     * another made of them, each may stand at another place.
     */
    ProgrammeForm over(Programme draft, Touched touched, Currency currency) {
        ProgrammeForm stored = of(draft, currency);
        Map<String, String> newer = new HashMap<>(values);
        if (touched.told()) {
            boolean rows = touched.fields().stream().anyMatch(ProgrammeForm::isOfActivity);
            Predicate<String> mine = field -> isOfActivity(field) ? rows : touched.includes(field) || field.equals(DAY);
            newer.keySet().removeIf(mine.negate());
            stored.values.forEach((field, value) -> {
                if (!mine.test(field)) {
                    newer.put(field, value);
                }
            });
        }
        newer.put(EDITION, stored.value(EDITION));
        newer.put(FORM, stored.value(FORM));
        return new ProgrammeForm(touched.told() ? stored.numbers : numbers, newer, new LinkedHashMap<>());
    }

    private static boolean isOfActivity(String field) {
        return field.matches("a\\d-.*");
    }

    /** Which draft was typed over; none there is where the form does not say. */
    DraftSeen seen() {
        String form = value(FORM);
        return new DraftSeen(
                filled(EDITION)
                        .filter(edition -> edition.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .orElse(0L),
                form.length() <= LONGEST_FORM ? form : "");
    }

    /** What is wrong with the programme itself; the day it is to decide from is no part of it. */
    public Set<String> unkept() {
        return errors.entrySet().stream()
                .filter(error -> !error.getKey().equals(DAY))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The day as it was typed; before anything was, the earliest there is. */
    public String effectiveOn(LocalDate earliest) {
        return values.getOrDefault(DAY, earliest.toString());
    }

    /** The tiers, as the form sends them along. */
    public String tiers() {
        return String.join(",", numbers.stream().map(String::valueOf).toList());
    }

    /** The rows for activity: those filled in and one more. */
    public List<Integer> activities() {
        int filled = (int) IntStream.range(0, ACTIVITIES)
                .filter(i -> !value("a" + i + "-type").isEmpty())
                .count();
        return IntStream.range(0, Math.min(filled + 1, ACTIVITIES)).boxed().toList();
    }

    /** The field that says that a tier grants a benefit. */
    public static String granted(int tier, long benefit) {
        return "t" + tier + "-benefit-" + benefit;
    }

    Grants grants() {
        Map<Integer, Set<Long>> grants = new HashMap<>();
        numbers.forEach(tier -> grants.put(tier, benefits("t" + tier + "-benefit-")));
        return new Grants(grants);
    }

    private Set<Long> benefits(String prefix) {
        return values.keySet().stream()
                .filter(field -> field.startsWith(prefix))
                .map(field -> field.substring(prefix.length()))
                .filter(number -> number.matches("[1-9]\\d{0,17}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    private static void put(Map<String, String> values, Tier tier, Currency currency) {
        String prefix = "t" + tier.number() + "-";
        values.put(prefix + "nameEn", tier.nameEn());
        values.put(prefix + "nameZh", tier.nameZh());
        values.put(prefix + "colour", tier.colour());
        values.put(prefix + "multiplier", tier.multiplier().stripTrailingZeros().toPlainString());
        values.put(prefix + "grace", Integer.toString(tier.graceDays()));
        values.put(prefix + "atDue", tier.atDue().name());
        values.put(prefix + "floor", Integer.toString(tier.floorRank()));
        tier.validityMonths().ifPresent(put(values, prefix + "months"));
        put(values, prefix + "entry-", tier.entry(), currency);
        put(values, prefix + "keep-", tier.keep(), currency);
    }

    private static void put(Map<String, String> values, String prefix, TierRule rule, Currency currency) {
        values.put(prefix + "join", rule.join().name());
        rule.growth().ifPresent(put(values, prefix + "growth"));
        rule.spend().ifPresent(least -> values.put(prefix + "spend", whole(least, currency)));
        rule.orders().ifPresent(put(values, prefix + "orders"));
        rule.activeDays().ifPresent(put(values, prefix + "active"));
    }

    private static String whole(Money money, Currency currency) {
        return money.in(currency).stripTrailingZeros().toPlainString();
    }

    private static <N extends Number> Consumer<N> put(Map<String, String> values, String field) {
        return number -> values.put(field, number.toString());
    }

    /** Whether a field that may stay empty was filled in. */
    Optional<String> filled(String field) {
        return Optional.of(value(field)).filter(text -> !text.isEmpty());
    }
}
