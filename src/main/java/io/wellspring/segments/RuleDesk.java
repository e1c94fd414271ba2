package io.wellspring.segments;

import io.wellspring.metrics.CurrentFigures;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.staff.ForOperators;
import io.wellspring.tags.Tag;
import io.wellspring.tags.TagBook;
import io.wellspring.users.UserAttribute;
import io.wellspring.users.UserAttributes;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rules while they are being written: what they mean, and how many users satisfy each part of them, counted exactly. */
@Service
@ForOperators
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class RuleDesk {

    private final SegmentQueries queries;
    private final RuleQueries ruleQueries;
    private final RuleCounting counting;
    private final UserAttributes attributes;
    private final TagBook tags;
    private final MetricsRefresh metrics;
    private final BusinessClock clock;
    private final WellspringProperties properties;

    /** The day rules are asked about: that of the kept figures. */
    public LocalDate asOf() {
        return metrics.current().map(CurrentFigures::asOf).orElseGet(clock::today);
    }

    /**
     * What a written rule means by now.
     *
     * @param of the segment it is the rule of, which it must not build on; empty for a new one
     */
    public RuleReading read(RuleNode rule, Optional<Long> of) {
        return RuleReader.read(rule, terms(of));
    }

    /** The finished conditions of the rules of all segments in use, some more than once. */
    List<Rule> conditions() {
        RuleTerms terms = terms(Optional.empty());
        return queries.list(false).stream()
                .flatMap(segment -> segment.rule().stream())
                .flatMap(rule -> RuleReader.read(rule, terms).rules().values().stream())
                .filter(rule -> !(rule instanceof Rule.Group))
                .toList();
    }

    /**
     * Counts each finished place of a rule, and the whole if all is finished.
     *
     * @throws io.wellspring.profiles.ProfilesRefreshing if profiles were brought up to date again and again meanwhile
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public RuleCounts count(RuleNode rule, Optional<Long> of) {
        return counting.count(read(rule, of), asOf());
    }

    /** The same without a count. */
    public RuleCounts uncounted(RuleNode rule, Optional<Long> of) {
        return RuleCounts.none(read(rule, of), asOf());
    }

    /** A rule to start from, with the cuts of the present users. */
    public RuleNode start(SegmentTemplate template) {
        return template.rule(new SegmentTemplate.Cuts() {
            @Override
            public String net(double share) {
                return whole(queries.netOfTop(share));
            }

            @Override
            public String windowNet(double share) {
                return whole(queries.windowNetOfTop(share));
            }
        });
    }

    private String whole(Money amount) {
        return amount.in(properties.currency()).toPlainString();
    }

    /** How one user stands to each place of a rule. */
    Explanation explain(RuleNode rule, Optional<Long> of, UserId user) {
        return ruleQueries.explain(read(rule, of), user, asOf());
    }

    private RuleTerms terms(Optional<Long> of) {
        SegmentGraph graph = queries.graph();
        Set<Long> circular = of.map(graph::above).orElse(Set.of());
        Set<Long> segments = new HashSet<>(graph.inOrder());
        segments.removeAll(circular);
        return new RuleTerms(
                attributes.current().stream().collect(Collectors.toMap(UserAttribute::code, UserAttribute::type)),
                tags.choices().stream()
                        .flatMap(group -> group.tags().stream())
                        .map(Tag::id)
                        .collect(Collectors.toSet()),
                segments,
                circular,
                of.map(graph::tagsAbove).orElse(Set.of()),
                properties.currency());
    }
}
