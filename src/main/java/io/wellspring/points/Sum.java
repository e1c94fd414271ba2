package io.wellspring.points;

/** What was given or taken back, and for how many facts. */
record Sum(long facts, long points) {

    static final Sum NOTHING = new Sum(0, 0);

    Sum plus(Sum other) {
        return new Sum(facts + other.facts, points + other.points);
    }
}
