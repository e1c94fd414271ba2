package io.wellspring.points.web;

import io.wellspring.points.BusinessKey;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.shared.web.Problem;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import io.wellspring.users.UserMerging;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Whom other systems mean, what their keys are, and how they are told what does not work. */
@Component
@RequiredArgsConstructor
class ApiCaller {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    private static final int LONGEST_KEY = 180;

    private final UserDirectory users;
    private final UserMerging merging;
    private final CurrentStaff staff;
    private final MessageSource messages;

    /**
     * Each token has keys of its own.
     *
     * @throws IdempotencyKeyUnclear if it is empty, too long or not printable
     */
    BusinessKey key(String sent) {
        String text = sent.strip();
        if (text.isEmpty() || text.length() > LONGEST_KEY || text.chars().anyMatch(Character::isISOControl)) {
            throw new IdempotencyKeyUnclear(LONGEST_KEY);
        }
        return new BusinessKey(ofToken() + text);
    }

    /** @throws UnknownUser if a number is nobody's */
    UserId known(PointsRequest.AboutUser asked) {
        UserId user = user(asked);
        Optional<UserId> survivor = merging.survivorOf(user);
        if (survivor.isEmpty() && !users.exists(user)) {
            throw new UnknownUser(user);
        }
        return survivor.orElse(user);
    }

    UserId user(PointsRequest.AboutUser asked) {
        List<PointsRequest.Named> named = asked.named().toList();
        Long id = asked.userId();
        if (named.size() + (id == null ? 0 : 1) != 1 || id != null && id <= 0) {
            throw new UserUnclear();
        }
        return id != null
                ? new UserId(id)
                : users.identified(named.getFirst().kind(), named.getFirst().value())
                        .orElseThrow(NobodyAnswers::new);
    }

    ResponseEntity<Problem> problem(Refusal refusal, Locale locale) {
        Object[] facts = Stream.of(refusal.facts()).map(this::asSent).toArray();
        return Problem.of(refusal, messages.getMessage(refusal.messageCode(), facts, locale))
                .response();
    }

    /** A key as the system calls it. */
    private Object asSent(Object fact) {
        return fact instanceof String text ? text.replaceFirst("^(reward:)?" + ofToken(), "") : fact;
    }

    private String ofToken() {
        return "api:" + staff.token().orElseThrow().tokenId() + ":";
    }

    static <T> ResponseEntity<T> answer(T body, boolean replayed) {
        return replayed ? ResponseEntity.ok().header(REPLAYED, "true").body(body) : ResponseEntity.ok(body);
    }
}
