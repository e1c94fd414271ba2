package io.wellspring.shared;

/** The number by which Wellspring itself knows a user; never shown to the user, never reused. */
public record UserId(long value) {

    public UserId {
        if (value <= 0) {
            throw new IllegalArgumentException("A user id is positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
