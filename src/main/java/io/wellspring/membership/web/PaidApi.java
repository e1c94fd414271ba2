package io.wellspring.membership.web;

import io.wellspring.membership.MembershipPlans;
import io.wellspring.membership.PaidFact;
import io.wellspring.membership.PaidKind;
import io.wellspring.membership.PaidMembership;
import io.wellspring.membership.PaidReading;
import io.wellspring.membership.PaidTerm;
import io.wellspring.membership.Plan;
import io.wellspring.membership.TermLength;
import io.wellspring.shared.Answered;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.shared.web.Format;
import io.wellspring.shared.web.Problem;
import io.wellspring.staff.CurrentStaff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells other systems what can be bought and what a user bought, and records what they sold. A token only ends terms that it sold. */
@RestController
@RequestMapping("/api/v1/membership")
@RequiredArgsConstructor
class PaidApi {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";

    private final PaidMembership paid;
    private final PaidReading reading;
    private final MembershipPlans plans;
    private final ApiUser users;
    private final CurrentStaff staff;
    private final BusinessClock clock;
    private final WellspringProperties properties;
    private final MessageSource messages;
    private final Format format;

    record PlansAnswer(List<PlanAnswer> plans) {}

    /** @param tier the number of the tier it gives entry to */
    record PlanAnswer(
            long id,
            String nameEn,
            String nameZh,
            BigDecimal price,
            String currency,
            int count,
            TermLength.Unit unit,
            int tier) {}

    record TermsAnswer(long userId, LocalDate asOf, List<TermAnswer> terms) {}

    /** @param lastDay null where it was ended before it began */
    record TermAnswer(
            long term,
            long plan,
            int tier,
            LocalDate from,
            @Nullable LocalDate lastDay,
            PaidTerm.State state,
            BigDecimal paid,
            BigDecimal givenBack) {}

    record FactAnswer(
            long fact,
            long userId,
            PaidKind kind,
            long term,
            long plan,
            LocalDate day,
            @Nullable LocalDate from,
            @Nullable LocalDate lastDay,
            BigDecimal amount) {}

    /** Those on sale. */
    @GetMapping("/plans")
    PlansAnswer plans() {
        return new PlansAnswer(
                plans.plans().stream().filter(Plan::onSale).map(this::answer).toList());
    }

    /** Without phone and e-mail, which belong into no address. */
    @GetMapping("/terms")
    TermsAnswer terms(
            @RequestParam(required = false) @Nullable Long userId,
            @RequestParam(required = false) @Nullable String externalId) {
        UserId user = users.known(MembershipRequest.about(userId, externalId));
        LocalDate asOf = clock.today();
        return new TermsAnswer(
                user.value(),
                asOf,
                reading.terms(user).stream().map(term -> answer(term, asOf)).toList());
    }

    @PostMapping("/starts")
    ResponseEntity<FactAnswer> start(@RequestHeader(name = KEY) String sent, @RequestBody PaidRequest asked) {
        String key = key(sent);
        UserId user = users.named(asked.user());
        return answer(paid.once(key, () -> paid.start(user, asked.planAsked(), day(asked), key)));
    }

    @PostMapping("/renewals")
    ResponseEntity<FactAnswer> renew(@RequestHeader(name = KEY) String sent, @RequestBody PaidRequest asked) {
        String key = key(sent);
        UserId user = users.named(asked.user());
        Long term = asked.term();
        return answer(paid.once(
                key,
                () -> term == null
                        ? paid.renew(user, asked.planAsked(), day(asked), key)
                        : paid.renew(user, asked.planAsked(), term, day(asked), key)));
    }

    @PostMapping("/lapses")
    ResponseEntity<FactAnswer> lapse(@RequestHeader(name = KEY) String sent, @RequestBody PaidRequest asked) {
        String key = key(sent);
        PaidFact sold = paid.under(key(asked.lapsing().originalKey()));
        return answer(paid.once(key, () -> paid.lapse(sold.user(), sold.term(), day(asked), asked.why(), key)));
    }

    @PostMapping("/refunds")
    ResponseEntity<FactAnswer> refund(@RequestHeader(name = KEY) String sent, @RequestBody PaidRequest asked) {
        String key = key(sent);
        PaidFact sold = paid.under(key(asked.originalKey()));
        Money amount = money(asked.amountAsked());
        return answer(
                paid.once(key, () -> paid.refund(sold.user(), sold.term(), day(asked), amount, asked.why(), key)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, Locale locale) {
        return Problem.of(refusal, messages.getMessage(refusal.messageCode(), format.facts(refusal), locale))
                .response();
    }

    /** Each token has keys of its own. */
    private String key(String sent) {
        return "api:" + staff.token().orElseThrow().tokenId() + ":" + sent.strip();
    }

    private LocalDate day(PaidRequest asked) {
        return Optional.ofNullable(asked.day()).orElseGet(clock::today);
    }

    private Money money(BigDecimal amount) {
        if (amount.scale() > properties.currency().getDefaultFractionDigits()) {
            throw new FieldUnclear("amount");
        }
        try {
            return Money.of(amount, properties.currency());
        } catch (ArithmeticException e) {
            throw new FieldUnclear("amount");
        }
    }

    private BigDecimal units(Money money) {
        return money.in(properties.currency());
    }

    private PlanAnswer answer(Plan plan) {
        return new PlanAnswer(
                plan.id(),
                plan.terms().nameEn(),
                plan.terms().nameZh(),
                units(plan.terms().price()),
                properties.currency().getCurrencyCode(),
                plan.terms().term().count(),
                plan.terms().term().unit(),
                plan.terms().tierNumber());
    }

    private TermAnswer answer(PaidTerm term, LocalDate asOf) {
        return new TermAnswer(
                term.id(),
                term.planId(),
                term.tierNumber(),
                term.from(),
                term.until().isAfter(term.from()) ? term.until().minusDays(1) : null,
                term.state(asOf),
                units(term.paid()),
                units(term.givenBack()));
    }

    private ResponseEntity<FactAnswer> answer(Answered<PaidFact> answered) {
        PaidFact fact = answered.answer();
        FactAnswer body = new FactAnswer(
                fact.id(),
                fact.user().value(),
                fact.kind(),
                fact.term(),
                fact.plan(),
                fact.day(),
                fact.from().orElse(null),
                fact.until().map(until -> until.minusDays(1)).orElse(null),
                units(fact.amount()));
        return answered.again() ? ResponseEntity.ok().header(REPLAYED, "true").body(body) : ResponseEntity.ok(body);
    }
}
