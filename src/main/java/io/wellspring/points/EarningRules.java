package io.wellspring.points;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules by which users earn points by themselves. A rule is never edited: a new version decides from its first day on, over all versions
 * before it. What was given stays given.
 */
@Service
@RequiredArgsConstructor
@ForManagers
@Transactional
public class EarningRules {

    private static final int LONGEST_NAME = 60;

    private final EarningBatch batch;
    private final RuleSegments segments;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    /** All rules, by name. */
    @ForOperators
    @Transactional(readOnly = true)
    public List<EarningRule> rules() {
        return batch.rules(Optional.empty());
    }

    /** @throws UnknownRule if there is none */
    @ForOperators
    @Transactional(readOnly = true)
    public EarningRule rule(long rule) {
        return batch.rules(Optional.of(rule)).stream().findFirst().orElseThrow(() -> new UnknownRule(rule));
    }

    /** The segments rules may be limited to, and those put away that some are, in the order to show them. */
    @ForOperators
    @Transactional(readOnly = true)
    public List<RuleSegment> segments() {
        return segments.all();
    }

    /** The rules that give points, today or on a later day, to who is in a segment; by name. */
    @ForOperators
    @Transactional(readOnly = true)
    public List<EarningRule> limitedTo(long segment) {
        LocalDate today = clock.today();
        return rules().stream()
                .filter(rule -> rule.versions().stream()
                        .anyMatch(version -> version.decidesAfter(today)
                                && version.terms().segments().contains(segment)))
                .toList();
    }

    /** What became of what the rules gave, as it was added up last; the rule that gave most first. */
    @ForOperators
    @Transactional(readOnly = true)
    public List<RuleFigures> figures() {
        return batch.figures();
    }

    /**
     * Makes a rule.
     *
     * @throws RuleNameTaken if another has the name
     * @throws TextUnfit if the name is empty or too long
     * @throws RuleSegmentUnfit if it is limited to a segment that was put away
     */
    public long create(String name, EarningTerms terms) {
        String given = name.strip();
        TextUnfit.unlessWithin("name", given, 1, LONGEST_NAME);
        long rule = batch.insert(given, terms.basis(), clock.now()).orElseThrow(() -> taken(given));
        save(rule, given, terms, Map.of());
        return rule;
    }

    /**
     * Makes a new version, if it says something else than the one before. What the rule looks at stays.
     *
     * @param seen the newest version when whoever changes it looked
     * @throws UnknownRule if there is none
     * @throws EarningRuleChangedMeanwhile if there is a newer one
     * @throws BasisFixed if it looks at something else
     * @throws RuleSegmentUnfit if it is limited to a segment that was put away
     */
    public void change(long rule, int seen, EarningTerms terms) {
        EarningRule before = held(rule, seen);
        EarningTerms old = before.latest().terms();
        if (!looksAt(old.basis()).equals(looksAt(terms.basis()))) {
            throw new BasisFixed();
        }
        if (!old.equals(terms) || before.latest().stops()) {
            save(rule, before.name(), terms, facts(old, known()));
        }
    }

    /**
     * Lets today be the last day a rule looks at: by a version that says what the one says that decides today, and ends with the day. Versions
     * that were to begin later never decide. What happened until today still counts, though it comes late. If none decides today, but one is to
     * begin, the rule is stopped before that: by a version that says the same and decides on no day.
     *
     * @param seen the newest version when whoever stops it looked
     * @throws UnknownRule if there is none
     * @throws EarningRuleChangedMeanwhile if there is a newer one
     * @throws NothingToStop if it gives nothing after today
     */
    public void stop(long rule, int seen) {
        EarningRule before = held(rule, seen);
        LocalDate today = clock.today();
        int version = before.goesOnAfter(today)
                ? endWith(today, before)
                : before.yetToBegin(today)
                        .map(next -> callOff(next, before))
                        .orElseThrow(() -> new NothingToStop(before.name()));
        events.publishEvent(new EarningRuleSaved(rule, version));
    }

    private int endWith(LocalDate today, EarningRule rule) {
        EarningTerms old = rule.about(today).terms();
        EarningTerms last = old.onlyOn(today);
        Map<Long, RuleSegment> known = known();
        trail.record(new RuleAction("rule-stopped", rule.id(), rule.name(), facts(old, known), facts(last, known)));
        return batch.insertVersion(
                rule.id(), last, false, clock.now(), staff.name().orElse("system"));
    }

    private int callOff(EarningRule.Version next, EarningRule rule) {
        trail.record(new RuleAction("rule-called-off", rule.id(), rule.name(), facts(next.terms(), known()), Map.of()));
        return batch.insertVersion(
                rule.id(), next.terms(), true, clock.now(), staff.name().orElse("system"));
    }

    /**
     * Gives a rule another name. What stands in statements already stays as it is.
     *
     * @param seen the name it had when whoever renames it looked
     * @throws UnknownRule if there is none
     * @throws EarningRuleChangedMeanwhile if it has another by now
     * @throws RuleNameTaken if another has the name
     * @throws TextUnfit if the name is empty or too long
     */
    public void rename(long rule, String seen, String name) {
        String given = name.strip();
        TextUnfit.unlessWithin("name", given, 1, LONGEST_NAME);
        EarningRule before = held(rule);
        if (!before.name().equals(seen)) {
            throw new EarningRuleChangedMeanwhile(before.name());
        }
        if (given.equals(seen)) {
            return;
        }
        if (!batch.rename(rule, given)) {
            throw taken(given);
        }
        trail.record(new RuleAction("rule-renamed", rule, given, Map.of("name", seen), Map.of("name", given)));
    }

    /** Names are the same however they are capitalised: the rule that has one is called as it was written. */
    private RuleNameTaken taken(String name) {
        return new RuleNameTaken(rules().stream()
                .map(EarningRule::name)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name));
    }

    /** What a rule would have given in a time, had it looked at nothing before. */
    @Transactional(readOnly = true)
    public RuleRehearsal rehearse(EarningTerms terms, LocalDate from, LocalDate to) {
        return batch.rehearse(
                terms,
                from,
                to,
                clock.startOf(from),
                clock.startOf(to.plusDays(1)),
                clock.zone().getId());
    }

    private EarningRule held(long rule) {
        if (!batch.lock(rule)) {
            throw new UnknownRule(rule);
        }
        return rule(rule);
    }

    private EarningRule held(long rule, int seen) {
        EarningRule held = held(rule);
        if (held.latest().number() != seen) {
            throw new EarningRuleChangedMeanwhile(held.name());
        }
        return held;
    }

    private void save(long rule, String name, EarningTerms terms, Map<String, ?> before) {
        Map<Long, RuleSegment> known = known();
        terms.segments().stream().sorted().forEach(segment -> requireChoosable(segment, known));
        int version = batch.insertVersion(
                rule, terms, false, clock.now(), staff.name().orElse("system"));
        trail.record(new RuleAction("rule-saved", rule, name, before, facts(terms, known)));
        events.publishEvent(new EarningRuleSaved(rule, version));
    }

    private Map<Long, RuleSegment> known() {
        return segments.all().stream().collect(Collectors.toMap(RuleSegment::id, Function.identity()));
    }

    private static void requireChoosable(long segment, Map<Long, RuleSegment> known) {
        RuleSegment found = known.get(segment);
        if (found == null || !found.choosable()) {
            throw new RuleSegmentUnfit(named(segment, known));
        }
    }

    private static String named(long segment, Map<Long, RuleSegment> known) {
        RuleSegment found = known.get(segment);
        return found == null ? Long.toString(segment) : found.name();
    }

    private static String looksAt(EarningBasis basis) {
        return switch (basis) {
            case EarningBasis.OrderAmount orders -> "";
            case EarningBasis.OneActivity one -> one.type();
        };
    }

    private static Map<String, ?> facts(EarningTerms terms, Map<Long, RuleSegment> known) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("points", terms.basis().points());
        switch (terms.basis()) {
            case EarningBasis.OrderAmount orders -> facts.put("per", orders.per());
            case EarningBasis.OneActivity one -> facts.put("activity", one.type());
        }
        facts.put("first-bonus", terms.firstBonus());
        facts.put("birthday-percent", terms.birthdayPercent());
        terms.limits().perDay().ifPresent(limit -> facts.put("day-cap", limit));
        terms.limits().perMonth().ifPresent(limit -> facts.put("month-cap", limit));
        terms.limits().ever().ifPresent(limit -> facts.put("total-cap", limit));
        facts.put("available-after", terms.availableAfter());
        switch (terms.expiry()) {
            case ExpiryPolicy.Never never -> facts.put("good-through", "for-good");
            case ExpiryPolicy.AfterDays after -> facts.put("good-for-days", after.days());
            case ExpiryPolicy.EndOfMonth end -> facts.put("good-for-months", end.months());
            case ExpiryPolicy.EndOfYear end -> facts.put("good-for-years", end.years());
            case ExpiryPolicy.OnDay on -> facts.put("good-through", on.day().toString());
        }
        facts.put("valid-from", terms.validFrom().toString());
        facts.put("valid-until", terms.validUntil().map(LocalDate::toString).orElse(""));
        facts.put(
                "segments",
                terms.segments().stream()
                        .sorted()
                        .map(segment -> named(segment, known))
                        .toList());
        return facts;
    }

    private record RuleAction(String verb, long rule, String name, Map<String, ?> before, Map<String, ?> after)
            implements Audited {

        @Override
        public String action() {
            return "points." + verb;
        }

        @Override
        public String subject() {
            return "earning rule " + rule + " " + name;
        }
    }
}
