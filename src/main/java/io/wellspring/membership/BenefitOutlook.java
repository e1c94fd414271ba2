package io.wellspring.membership;

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
    public ExpectedCost cost(Grants grants, Tier tier, long users) {
        return new ExpectedCost(expected.stream()
                .filter(one -> grants.has(tier.number(), one.benefit().id()))
                .map(one -> one.costPerUser(tier))
                .reduce(Fraction.ZERO, Fraction::plus)
                .times(users));
    }

    /** What is expected of the benefits at least one of two versions grants. */
    public List<ExpectedClaims> granted(Grants some, Grants others) {
        return expected.stream()
                .filter(one -> some.mention(one.benefit().id())
                        || others.mention(one.benefit().id()))
                .toList();
    }
}
