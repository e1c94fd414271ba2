package io.wellspring.bench;

import java.util.Arrays;

/**
 * How long something took, again and again, after it had been done a few times.
 *
 * @param milliseconds in ascending order
 */
record Timings(double... milliseconds) {

    private static final int WARMING = 5;
    private static final int TIMES = 40;

    static Timings of(Runnable work) {
        for (int i = 0; i < WARMING; i++) {
            work.run();
        }
        double[] took = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            took[i] = took(work);
        }
        Arrays.sort(took);
        return new Timings(took);
    }

    static Timings once(Runnable work) {
        return new Timings(took(work));
    }

    /** What so many percent of them did not exceed. */
    double percentile(int percent) {
        return milliseconds[Math.max(0, (int) Math.ceil(milliseconds.length * percent / 100.0) - 1)];
    }

    private static double took(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
