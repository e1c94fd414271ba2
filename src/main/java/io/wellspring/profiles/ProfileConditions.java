package io.wellspring.profiles;

import io.wellspring.shared.UserId;
import lombok.RequiredArgsConstructor;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes one condition on a profile {@code p} of a filter, of {@link ListField} and what later modules narrow lists by. */
@Component
@RequiredArgsConstructor
class ProfileConditions {

    private final ObjectProvider<ListNarrowing> narrowings;

    Condition of(ProfileFilter filter) {
        Condition condition = DSL.noCondition();
        for (var wanted : filter.values().entrySet()) {
            condition = condition.and(wanted.getKey().condition(wanted.getValue()));
        }
        for (ListNarrowing narrowing : narrowings) {
            String value = filter.narrowings().get(narrowing.parameter());
            if (value != null) {
                condition = condition.and(narrowing.condition(value));
            }
        }
        return filter.among().isPresent()
                ? condition.and(ProfileColumns.USER_ID.in(
                        filter.among().get().stream().map(UserId::value).toList()))
                : condition;
    }
}
