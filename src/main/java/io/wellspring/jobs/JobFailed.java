package io.wellspring.jobs;

/**
 * A run ended without result and will not go on by itself; published in the transaction that failed it.
 *
 * @param job the job's name
 * @param argument what the run was submitted with
 */
public record JobFailed(String job, String argument) {}
