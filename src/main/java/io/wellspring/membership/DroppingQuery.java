package io.wellspring.membership;

import io.wellspring.shared.Money;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of those who would drop somebody asks for, as an address has it. What cannot be read asks for nothing.
 *
 * @param near not empty for those only who would keep their tier by a little more spending
 */
public record DroppingQuery(
        @Nullable String month,
        @Nullable String tier,
        @Nullable String near) {

    /** @param little how much more spending is a little */
    public DroppingFilter filter(Money little) {
        return new DroppingFilter(month(month), tier(tier), Optional.of(little).filter(some -> isNear()));
    }

    public boolean isNear() {
        return near != null && !near.isBlank();
    }

    /** Whether it asks for some of them only. */
    public boolean isNarrow() {
        return isNear()
                || !Objects.requireNonNullElse(month, "").isBlank()
                || !Objects.requireNonNullElse(tier, "").isBlank();
    }

    /** What of it can be read, by the names an address has for it. */
    public Map<String, String> readable() {
        Map<String, String> asked = new LinkedHashMap<>();
        month(month).ifPresent(wanted -> asked.put("month", wanted.toString()));
        tier(tier).ifPresent(wanted -> asked.put("tier", wanted.toString()));
        if (isNear()) {
            asked.put("near", "true");
        }
        return asked;
    }

    private static Optional<YearMonth> month(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed)
                    .filter(text -> text.matches("\\d{4}-\\d{2}"))
                    .map(YearMonth::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> tier(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf);
    }
}
