package io.wellspring.points;

import io.wellspring.jobs.JobProgress;

/** Tells nobody how far the work is, and may cut it off between two steps, as a kill would. */
record QuietWork(long cutOffAfter) implements JobProgress {

    static final QuietWork UNTIL_THE_END = new QuietWork(Long.MAX_VALUE);

    static final class CutOff extends RuntimeException {}

    @Override
    public long runId() {
        return 1;
    }

    @Override
    public String argument() {
        return "";
    }

    @Override
    public void phase(String messageCode, long total) {}

    @Override
    public void advancedTo(long done) {
        if (done >= cutOffAfter) {
            throw new CutOff();
        }
    }
}
