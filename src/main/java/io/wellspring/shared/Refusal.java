package io.wellspring.shared;

import java.util.List;
import java.util.Optional;

/**
 * Something a person asked for that Wellspring will not do, with the facts that say why. Its text is the message {@code
 * refusal.<SimpleClassName>} with {@link #facts()} as arguments.
 */
public abstract sealed class Refusal extends RuntimeException
        permits Refusal.NotFound, Refusal.Conflict, Refusal.Rejected {

    private final transient List<Object> facts;

    protected Refusal(Object... facts) {
        super(null, null, false, false);
        this.facts = List.of(facts);
    }

    public String messageCode() {
        return "refusal." + getClass().getSimpleName();
    }

    public Object[] facts() {
        return facts.toArray();
    }

    /** The form field that caused it, if one did. */
    public Optional<String> field() {
        return Optional.empty();
    }

    @Override
    public String getMessage() {
        return messageCode() + facts;
    }

    /** What was asked for is not there. */
    public abstract static non-sealed class NotFound extends Refusal {
        protected NotFound(Object... facts) {
            super(facts);
        }
    }

    /** What was asked for contradicts what is there, or what someone else did meanwhile. */
    public abstract static non-sealed class Conflict extends Refusal {
        protected Conflict(Object... facts) {
            super(facts);
        }
    }

    /** What was asked for breaks a rule. */
    public abstract static non-sealed class Rejected extends Refusal {
        protected Rejected(Object... facts) {
            super(facts);
        }
    }
}
