package io.wellspring.jobs;

import io.wellspring.audit.Audited;

/** A failed run was asked for once more. */
record RunRetried(long runId, String job) implements Audited {

    @Override
    public String action() {
        return "job.retried";
    }

    @Override
    public String subject() {
        return "job run " + runId;
    }
}
