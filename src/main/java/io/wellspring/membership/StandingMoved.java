package io.wellspring.membership;

/** Standing or figures changed while they were read; nothing of it is to be used. */
class StandingMoved extends RuntimeException {

    StandingMoved() {
        super("Standing changed meanwhile");
    }
}
