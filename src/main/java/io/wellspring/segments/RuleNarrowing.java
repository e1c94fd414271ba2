package io.wellspring.segments;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.wellspring.profiles.ListNarrowing;
import io.wellspring.profiles.ProfileTable;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jooq.Condition;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Narrows the list of users to those who satisfy a rule that no segment has yet. */
@Component
@RequiredArgsConstructor
class RuleNarrowing implements ListNarrowing {

    private final RuleDesk rules;
    private final RuleQueries queries;
    private final RuleSentence sentence;
    private final MessageSource messages;

    @Override
    public String parameter() {
        return "rule";
    }

    @Override
    public Condition condition(String value) {
        RuleReading reading = rules.read(RuleAddress.read(value), Optional.empty());
        if (reading.rule().isEmpty()) {
            throw new RuleUnfinished(reading.faults().size());
        }
        CompiledRule compiled = queries.compile(reading, rules.asOf());
        return ProfileTable.USER_ID.in(select(field(name("p", "user_id"), Long.class))
                .from(compiled.from())
                .where(compiled.condition("")));
    }

    @Override
    public String described(String value, Locale locale) {
        return messages.getMessage(
                "segments.narrowing.rule", new Object[] {sentence.of(RuleAddress.read(value), locale)}, locale);
    }
}
