package io.wellspring.membership;

import io.wellspring.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;

/** Benefits of tier 2 from 2024-01-12 on, and what was claimed of them; times are local to Shanghai, the default business zone. */
@RequiredArgsConstructor
final class Claims {

    static final LocalDate FIRST = LocalDate.parse("2024-01-12");

    private final BenefitCatalogue catalogue;
    private final BenefitDesk desk;
    private final Nights nights;

    /** Tier 2 grants it, from the version that decides on all days. */
    long granted(BenefitTerms terms) {
        long benefit = catalogue.create(terms);
        nights.begin(Programmes.usual().granting(new Grants(Map.of(2, Set.of(benefit)))), FIRST);
        return benefit;
    }

    Optional<Long> left(UserId user, String day) {
        return desk.benefitsOf(user, LocalDate.parse(day)).getFirst().left();
    }

    long by(UserId user) {
        return desk.claims(ClaimFilter.of(user), 1, 1).total();
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
