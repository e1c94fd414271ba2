package io.wellspring.segments;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.wellspring.profiles.ProfileColumnStore;
import io.wellspring.profiles.ProfileField;
import io.wellspring.profiles.ProfileState;
import io.wellspring.profiles.UserSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who satisfies a rule, as sets of users. What is about profiles is answered from their columns in memory; everything else is asked of the
 * database, which never has to say who does not, and kept while the profiles stay where only a refresh changes it.
 * That profiles have moved on meanwhile undoes nothing: whoever asks begins anew in the same transaction.
 */
@Component
@Transactional(readOnly = true, noRollbackForClassName = "ProfilesMoved")
@RequiredArgsConstructor
class RuleSets {

    private record Satisfying(Rule rule, LocalDate asOf) {}

    private record Asked(Satisfying of, HistoryQuery query) {}

    private final ProfileColumnStore columns;
    private final RuleQueries queries;
    private final SegmentQueries segments;

    /**
     * Reads what some conditions ask of profiles, as far as it is not kept, in one pass.
     *
     * @return how many fields that are
     */
    int prepareProfiles(Collection<Rule> conditions, ProfileState state, LocalDate asOf) {
        Set<ProfileField> fields = conditions.stream()
                .flatMap(condition -> condition instanceof Rule.Field asked
                        ? Stream.of(asked.test().field())
                        : Stream.empty())
                .collect(toSet());
        columns.prepare(state, fields, conditions.stream().anyMatch(Rule.Birthday.class::isInstance), asOf);
        return fields.size();
    }

    /**
     * Finds out what some conditions ask of the histories, as far as it is not kept: all of one type of activity in one pass, which costs
     * its rows more than what is asked of each.
     *
     * @return how many conditions that are
     */
    int prepareHistories(Collection<Rule> conditions, ProfileState state, LocalDate asOf) {
        Map<String, List<Asked>> types = conditions.stream()
                .distinct()
                .flatMap(condition ->
                        queries
                                .history(condition, asOf)
                                .map(query -> new Asked(new Satisfying(condition, asOf), query))
                                .stream())
                .filter(asked -> !columns.isKept(state, asked.of()))
                .collect(groupingBy(asked -> asked.query().type()));
        types.forEach((type, asked) -> {
            for (int from = 0; from < asked.size(); from += HistoryQuery.MOST_TOGETHER) {
                together(type, asked.subList(from, Math.min(asked.size(), from + HistoryQuery.MOST_TOGETHER)), state);
            }
        });
        return types.values().stream().mapToInt(List::size).sum();
    }

    private void together(String type, List<Asked> asked, ProfileState state) {
        segments.giveRoom();
        List<UserSet> sets = state.of(
                asked.size(),
                taker -> queries.together(type, asked.stream().map(Asked::query).toList(), taker));
        for (int i = 0; i < asked.size(); i++) {
            UserSet users = asked.get(i).query().others() ? sets.get(i).not() : sets.get(i);
            columns.whileProfilesStay(state, asked.get(i).of(), () -> users);
        }
    }

    /** Who satisfies a whole rule. */
    UserSet of(Rule rule, ProfileState state, LocalDate asOf) {
        return joined(rule, condition -> ofCondition(condition, state, asOf));
    }

    /** Who satisfies a rule, by who satisfies its conditions. */
    static UserSet joined(Rule rule, Function<Rule, UserSet> conditions) {
        return switch (rule) {
            case Rule.All all -> joined(all, conditions, UserSet::and);
            case Rule.Any any -> joined(any, conditions, UserSet::or);
            case Rule.None none -> joined(none, conditions, UserSet::or).not();
            case Rule.Field field -> conditions.apply(field);
            case Rule.Attribute attribute -> conditions.apply(attribute);
            case Rule.Tagged tagged -> conditions.apply(tagged);
            case Rule.Member member -> conditions.apply(member);
            case Rule.Did did -> conditions.apply(did);
            case Rule.Moment moment -> conditions.apply(moment);
            case Rule.Birthday birthday -> conditions.apply(birthday);
        };
    }

    private static UserSet joined(
            Rule.Group group, Function<Rule, UserSet> conditions, BinaryOperator<UserSet> joining) {
        return group.parts().stream()
                .map(part -> joined(part, conditions))
                .reduce(joining)
                .orElseThrow();
    }

    /** Who satisfies a condition. */
    UserSet ofCondition(Rule condition, ProfileState state, LocalDate asOf) {
        return switch (condition) {
            case Rule.Field field -> columns.satisfying(state, field.test(), asOf);
            case Rule.Birthday birthday -> columns.birthdayWithin(state, birthday.days(), asOf);
            case Rule.Did did -> kept(did, state, asOf);
            case Rule.Moment moment -> kept(moment, state, asOf);
            case Rule.Attribute attribute -> asked(attribute, state, asOf);
            case Rule.Tagged tagged -> asked(tagged, state, asOf);
            case Rule.Member member -> asked(member, state, asOf);
            case Rule.Group group -> throw new IllegalArgumentException("A group is no condition");
        };
    }

    /** Who is a member of a segment. */
    Members membersOf(long segment, ProfileState state) {
        return segments.members(segment, state);
    }

    /** The same by their numbers, as of no state of the profiles. */
    UserNumbers numbersOf(long segment) {
        return segments.numbers(segment);
    }

    private UserSet kept(Rule condition, ProfileState state, LocalDate asOf) {
        return columns.whileProfilesStay(state, new Satisfying(condition, asOf), () -> asked(condition, state, asOf));
    }

    private UserSet asked(Rule condition, ProfileState state, LocalDate asOf) {
        segments.giveRoom();
        ConditionQuery query = queries.query(condition, asOf);
        UserSet users = state.of(taker -> queries.each(query.users(), taker));
        return query.others() ? users.not() : users;
    }
}
