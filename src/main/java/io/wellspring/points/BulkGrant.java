package io.wellspring.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Points given to many at once, or to be given.
 *
 * @param chosen how its users were chosen, and {@code whom} and {@code list} what from, as {@link Grantees} says
 * @param users how many were there when they were chosen
 * @param day the business day it counts on
 * @param requested who asked for it
 * @param decided the second manager, if there was one
 * @param withdrawn who cancelled it or took it back
 * @param own whether who is asking asked for it, and so may not decide on it
 */
public record BulkGrant(
        long id,
        GrantTerms terms,
        Grantees.How chosen,
        FilterWords whom,
        Optional<String> list,
        long users,
        State state,
        LocalDate day,
        Deed requested,
        Optional<Deed> decided,
        Optional<Deed> withdrawn,
        Figures figures,
        boolean own) {

    public enum State {
        /** For a second manager. */
        WAITING,
        /** It will run by itself. */
        QUEUED,
        RUNNING,
        DONE,
        DECLINED,
        CANCELLED,
        /** What is left of it is being taken back. */
        TAKING_BACK,
        TAKEN_BACK;

        /** Whether nothing was given yet and it can still be kept from happening. */
        public boolean canBeCancelled() {
            return this == WAITING || this == QUEUED;
        }
    }

    /**
     * Who did something, and when.
     *
     * @param why what was said to who asked; empty but where it was declined
     */
    public record Deed(String by, Instant at, String why) {}

    /**
     * What came of it, as it was added up last.
     *
     * @param given points in all, to so many users
     * @param settled what of them settled debts at once
     * @param left what can still be spent
     * @param takenBack what was taken back with the whole grant, from so many users
     * @param at when it was added up; empty before it is done
     */
    public record Figures(
            long users,
            long given,
            long settled,
            long left,
            long expired,
            long usersTakenBack,
            long takenBack,
            Optional<Instant> at) {

        /** What users spent, less what they were given back. */
        public long spent() {
            return given - settled - left - expired - takenBack;
        }
    }

    /** What it comes to. */
    public Points total() {
        return new Points(terms.amount().value() * users);
    }
}
