package io.wellspring.membership;

import io.wellspring.shared.Money;
import java.util.List;

/**
 * What benefits are expected to cost in a month: users entitled × claims expected of each in a month × cost of a claim, for each benefit a
 * tier grants that is in use and not over.
 */
public record BenefitOutlook(List<ExpectedClaims> expected) {

    public BenefitOutlook {
        expected = List.copyOf(expected);
    }

    /** What a tier costs in a month with so many users, by what a version grants. */
    public Money cost(Grants grants, Tier tier, long users) {
        double perUser = expected.stream()
                .filter(one -> grants.has(tier.number(), one.benefit().id()))
                .mapToDouble(one -> one.costPerUser(tier))
                .sum();
        return new Money(Math.round(perUser * users));
    }

    /** What is expected of the benefits at least one of two versions grants. */
    public List<ExpectedClaims> granted(Grants some, Grants others) {
        return expected.stream()
                .filter(one -> some.mention(one.benefit().id())
                        || others.mention(one.benefit().id()))
                .toList();
    }
}
