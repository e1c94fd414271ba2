package io.wellspring.rfm;

import io.wellspring.Facts;
import io.wellspring.shared.UserId;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;

/** Users who bought on the first of June 2026, to be scored on its last day. */
@RequiredArgsConstructor
final class Buyers {

    static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    private final Facts facts;

    UserId of(String name, int orders, long amount) {
        UserId user = facts.user(name, "2026-01-01");
        for (int i = 0; i < orders; i++) {
            facts.order(user, "2026-06-01T10:%02d".formatted(i), amount);
        }
        return user;
    }
}
