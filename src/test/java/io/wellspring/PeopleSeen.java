package io.wellspring;

import io.wellspring.shared.UserId;
import java.util.List;
import java.util.stream.Stream;

/** What the form that keeps people as a segment sends along of those it has shown. */
public final class PeopleSeen {

    private PeopleSeen() {}

    /** @param from what they were worked out from */
    public static String of(Object from, UserId... users) {
        List<Long> numbers = Stream.of(users).map(UserId::value).sorted().toList();
        return from + "-" + Integer.toHexString(numbers.hashCode());
    }
}
