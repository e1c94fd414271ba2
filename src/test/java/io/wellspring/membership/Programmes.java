package io.wellspring.membership;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programmes for tests: three tiers, gold from 1 000 and platinum from 5 000 growth value, one for each yuan. */
final class Programmes {

    static final Tier BASIC = new Tier(
            0,
            1,
            1,
            "Basic",
            "普通",
            "#b7dfe2",
            TierRule.NONE,
            TierRule.NONE,
            Optional.empty(),
            0,
            AtDue.ONE_STEP,
            1,
            BigDecimal.ONE);

    private Programmes() {}

    static Tier tier(int rank, TierRule entry, TierRule keep, int months, int grace, AtDue atDue, int floor) {
        return new Tier(
                0,
                rank,
                rank,
                "Tier " + rank,
                "等级" + rank,
                "#2b98a3",
                entry,
                keep,
                Optional.of(months),
                grace,
                atDue,
                floor,
                new BigDecimal("1.50"));
    }

    static ProgrammeTerms usual() {
        return of(
                RefundRule.AT_DUE,
                tier(2, TierRule.growth(1_000), TierRule.growth(500), 12, 30, AtDue.ONE_STEP, 1),
                tier(3, TierRule.growth(5_000), TierRule.NONE, 12, 30, AtDue.ONE_STEP, 1));
    }

    static ProgrammeTerms of(RefundRule refunds, Tier... tiers) {
        return new ProgrammeTerms(
                new CountingWindow(WindowKind.ROLLING, 365),
                new CountingWindow(WindowKind.ROLLING, 365),
                refunds,
                BigDecimal.ONE,
                List.of(),
                Stream.concat(Stream.of(BASIC), Stream.of(tiers)).toList());
    }
}
