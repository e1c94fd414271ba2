package io.wellspring.jobs;

/** Where a run stands. */
public enum State {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED;

    public boolean isOver() {
        return this == SUCCEEDED || this == FAILED;
    }
}
