package io.wellspring.segments;

/** Ends the reading of a place that something is wrong with. */
final class FlawFound extends RuntimeException {

    private final transient Flaw flaw;

    FlawFound(Fault fault) {
        this(Flaw.of(fault));
    }

    FlawFound(Flaw flaw) {
        super(flaw.fault().name(), null, false, false);
        this.flaw = flaw;
    }

    Flaw flaw() {
        return flaw;
    }
}
