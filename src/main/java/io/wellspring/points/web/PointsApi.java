package io.wellspring.points.web;

import io.wellspring.points.Balance;
import io.wellspring.points.BusinessKey;
import io.wellspring.points.Cause;
import io.wellspring.points.Earning;
import io.wellspring.points.EntryKind;
import io.wellspring.points.Points;
import io.wellspring.points.PointsAnswers;
import io.wellspring.points.PointsLedger;
import io.wellspring.points.Posting;
import io.wellspring.points.Reversal;
import io.wellspring.points.Spending;
import io.wellspring.points.Statement;
import io.wellspring.shared.Answered;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.shared.web.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives, takes and reverses points for other systems, and tells them what users have. */
@RestController
@RequestMapping("/api/v1/points")
@RequiredArgsConstructor
class PointsApi {

    private static final int PAGE_SIZE = 100;

    private final PointsLedger ledger;
    private final PointsAnswers answers;
    private final ApiCaller caller;
    private final BusinessClock clock;

    record Written(long userId, long entry, EntryKind kind, long amount, long waived, long debtChange) {}

    record BalanceAnswer(
            long userId,
            LocalDate day,
            long balance,
            long available,
            long pending,
            long debt,
            @Nullable LocalDate nextExpiry) {}

    record StatementAnswer(
            long userId, List<Line> entries, @Nullable Long before) {}

    /**
     * @param total the sum of all entries up to this one
     * @param order the number of the order that a rule gave it for
     * @param activity the type of the activity that a rule gave it for
     */
    record Line(
            long entry,
            EntryKind kind,
            long amount,
            long total,
            LocalDate day,
            Instant at,
            String source,
            String reason,
            @Nullable String order,
            @Nullable String activity,
            @Nullable Long reverses,
            List<Draw> lots) {}

    record Draw(long lot, long amount, @Nullable LocalDate lastDay) {}

    @PostMapping("/earnings")
    ResponseEntity<Written> earn(
            @RequestHeader(name = ApiCaller.KEY) String sent, @RequestBody PointsRequest.Earn asked) {
        BusinessKey key = caller.key(sent);
        UserId user = caller.user(asked);
        Points points = asked.points();
        return answer(answers.about(user, () -> stands(key), () -> {
            Write write = write(key, asked);
            return ledger.earn(new Earning(
                    user, points, key, write.day(), asked.firstDay(write.day()), asked.expiryPolicy(), write.cause()));
        }));
    }

    @PostMapping("/spendings")
    ResponseEntity<Written> spend(
            @RequestHeader(name = ApiCaller.KEY) String sent, @RequestBody PointsRequest.Spend asked) {
        BusinessKey key = caller.key(sent);
        UserId user = caller.user(asked);
        Points points = asked.points();
        return answer(answers.about(user, () -> stands(key), () -> {
            Write write = write(key, asked);
            return ledger.spend(new Spending(user, points, key, write.day(), write.cause()));
        }));
    }

    @PostMapping("/earnings/reversals")
    ResponseEntity<Written> reverseEarn(
            @RequestHeader(name = ApiCaller.KEY) String sent, @RequestBody PointsRequest.Reverse asked) {
        return reverse(sent, asked, ledger::reverseEarn);
    }

    @PostMapping("/spendings/reversals")
    ResponseEntity<Written> reverseSpend(
            @RequestHeader(name = ApiCaller.KEY) String sent, @RequestBody PointsRequest.Reverse asked) {
        return reverse(sent, asked, ledger::reverseSpend);
    }

    /** Without phone and e-mail, which belong into no address. */
    @GetMapping("/balance")
    BalanceAnswer balance(
            @RequestParam(required = false) @Nullable Long userId,
            @RequestParam(required = false) @Nullable String externalId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day) {
        UserId user = caller.known(PointsRequest.OfUser.about(userId, externalId));
        LocalDate asOf = day == null ? clock.today() : day;
        Balance balance = ledger.balance(user, asOf);
        return new BalanceAnswer(
                user.value(),
                asOf,
                balance.total().value(),
                balance.available().value(),
                balance.pending().value(),
                balance.debt().value(),
                balance.nextExpiry().orElse(null));
    }

    /** @param before the entry to go on below, as the answer before said */
    @GetMapping("/statement")
    StatementAnswer statement(
            @RequestParam(required = false) @Nullable Long userId,
            @RequestParam(required = false) @Nullable String externalId,
            @RequestParam(required = false) Optional<Long> before) {
        UserId user = caller.known(PointsRequest.OfUser.about(userId, externalId));
        Statement statement = ledger.statement(user, before, PAGE_SIZE);
        return new StatementAnswer(
                user.value(),
                statement.lines().stream().map(PointsApi::line).toList(),
                statement.older().orElse(null));
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, Locale locale) {
        return caller.problem(refusal, locale);
    }

    private record Write(LocalDate day, Cause cause) {}

    private ResponseEntity<Written> reverse(
            String sent, PointsRequest.Reverse asked, Function<Reversal, Posting> reversing) {
        BusinessKey key = caller.key(sent);
        BusinessKey original = caller.key(asked.originalKey());
        return answer(answers.about(original, () -> stands(key), () -> {
            Write write = write(key, asked);
            return reversing.apply(new Reversal(original, asked.somePoints(), key, write.day(), write.cause()));
        }));
    }

    private boolean stands(BusinessKey key) {
        return ledger.dayOf(key).isPresent();
    }

    /** A request that is sent again without a day means the day it was sent on first. */
    private Write write(BusinessKey key, PointsRequest.Writing asked) {
        Optional<LocalDate> before = ledger.dayOf(key);
        LocalDate day = asked.someDay(clock.today()).or(() -> before).orElseGet(clock::today);
        return new Write(day, cause(asked, before.isPresent()));
    }

    private static ResponseEntity<Written> answer(Answered<Posting> answered) {
        Posting posting = answered.answer();
        Written written = new Written(
                posting.user().value(),
                posting.entryId(),
                posting.kind(),
                posting.amount().value(),
                posting.waived().value(),
                posting.debtChange().value());
        return ApiCaller.answer(written, answered.again());
    }

    /** What stands already stands under the source it was sent with. */
    private static Cause cause(PointsRequest.Writing asked, boolean stands) {
        String source = Objects.requireNonNullElse(asked.source(), "api");
        String reason = Objects.requireNonNullElse(asked.reason(), "");
        return stands ? new Cause(source, reason) : Cause.ofOthers(source, reason);
    }

    private static Line line(Statement.Line line) {
        return new Line(
                line.posting().entryId(),
                line.posting().kind(),
                line.posting().amount().value(),
                line.total().value(),
                line.day(),
                line.at(),
                line.cause().source(),
                line.cause().reason(),
                line.origin().order().orElse(null),
                line.origin().activity().orElse(null),
                line.reverses().orElse(null),
                line.draws().stream()
                        .map(draw -> new Draw(
                                draw.lot(),
                                draw.amount().value(),
                                draw.lastDay().orElse(null)))
                        .toList());
    }
}
