package io.wellspring.points.web;

import io.wellspring.audit.AuditedWords;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Tiers that the trail keeps by number, of rewards and of plans, by name. */
@Component
@RequiredArgsConstructor
class AuditedTiers implements AuditedWords {

    private static final Set<String> FIELDS = Set.of("tier", "least-tier");

    private final TierChoices tiers;

    @Override
    public Reader in(Locale locale) {
        SingletonSupplier<Map<Integer, String>> names = SingletonSupplier.of(() -> tiers.names(locale));
        return (action, field, value) -> FIELDS.contains(field) && value.matches("\\d{1,9}")
                ? Optional.ofNullable(names.obtain().get(Integer.valueOf(value)))
                : Optional.empty();
    }
}
