package io.wellspring.jobs;

/** How a running job tells how far it is. Written at most twice a second and outside the job's own transactions. */
public interface JobProgress {

    long runId();

    /** What the run was submitted with. */
    String argument();

    /**
     * A new phase begins, at nothing done.
     *
     * @param messageCode what it is called, a message of the owning module
     * @param total how much there is to do, or 0 if nobody knows
     * @throws RunLost if this run has meanwhile been taken over by another instance
     */
    void phase(String messageCode, long total);

    /**
     * So much of the phase is done by now.
     *
     * @throws RunLost if this run has meanwhile been taken over by another instance
     */
    void advancedTo(long done);
}
