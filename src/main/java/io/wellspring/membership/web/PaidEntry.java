package io.wellspring.membership.web;

import io.wellspring.membership.PaidTerm;
import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that is being recorded of a user's paid membership.
 *
 * @param term the one it is about; none where a membership starts
 */
record PaidEntry(UserId user, Act act, Typed typed, Optional<PaidTerm> term) {

    enum Act {
        START,
        RENEW,
        REFUND,
        LAPSE
    }

    /** What was typed. */
    record Typed(String key, String plan, String term, String day, String amount, String reason) {

        static Typed of(Map<String, String> sent) {
            return new Typed(
                    sent.getOrDefault("key", ""),
                    sent.getOrDefault("plan", ""),
                    sent.getOrDefault("term", ""),
                    sent.getOrDefault("day", ""),
                    sent.getOrDefault("amount", ""),
                    sent.getOrDefault("reason", ""));
        }

        /** A form nobody has filled in yet. */
        static Typed fresh(String plan, LocalDate day, String amount) {
            return new Typed(UUID.randomUUID().toString(), plan, "", day.toString(), amount, "");
        }

        /** A form without a key of its own is sent once. */
        String writtenUnder() {
            try {
                return "form:" + UUID.fromString(key);
            } catch (IllegalArgumentException e) {
                return "form:" + UUID.randomUUID();
            }
        }

        Typed renewing(Optional<PaidTerm> latest) {
            return new Typed(
                    key, plan, latest.map(one -> Long.toString(one.id())).orElse(""), day, amount, reason);
        }

        /** The term a renewal goes on from; a form that does not say which goes on from none. */
        long termNumber() {
            return term.matches("\\d{1,18}") ? Long.parseLong(term) : 0;
        }

        long planNumber() {
            return plan.matches("\\d{1,18}") ? Long.parseLong(plan) : 0;
        }

        Optional<LocalDate> date() {
            try {
                return Optional.of(LocalDate.parse(day.strip()));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }
}
