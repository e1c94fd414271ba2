package io.wellspring.jobs;

/** This process was taken for dead and its run given to another: whatever it was doing must stop. */
public class RunLost extends RuntimeException {

    RunLost(long runId) {
        super("Run " + runId + " was taken over");
    }
}
