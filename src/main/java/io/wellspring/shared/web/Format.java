package io.wellspring.shared.web;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.WellspringProperties;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How figures and dates are written in the reader's language; templates call it as {@code @format}. A missing value is a dash. */
@Component("format")
@RequiredArgsConstructor
public class Format {

    private static final String NOTHING = "–";
    private static final char MINUS = '−';
    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");

    private final WellspringProperties properties;
    private final BusinessClock clock;

    /** Whole numbers with thousands separators. */
    public String count(@Nullable Number number) {
        return number == null ? NOTHING : written(NumberFormat.getIntegerInstance(locale()), number.longValue());
    }

    /** A number with at most {@code decimals} decimals. */
    public String decimal(@Nullable Number number, int decimals) {
        if (number == null) {
            return NOTHING;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(decimals);
        return written(format, number.doubleValue());
    }

    /** The exact amount with its currency sign. */
    public String money(@Nullable Money money) {
        return money == null ? NOTHING : written(currencyFormat(), money.in(properties.currency()));
    }

    /** The facts of a refusal as its message takes them: amounts in the currency, all else as it is. */
    public Object[] facts(Refusal refusal) {
        return Stream.of(refusal.facts())
                .map(fact -> fact instanceof Money money ? money(money) : fact)
                .toArray();
    }

    /** The amount in whole units, for places where cents are noise. */
    public String wholeMoney(@Nullable Money money) {
        if (money == null) {
            return NOTHING;
        }
        NumberFormat format = currencyFormat();
        format.setMaximumFractionDigits(0);
        return written(format, money.in(properties.currency()));
    }

    /** A share as a percentage with one decimal; what is more than nothing or less than all is never rounded to it. */
    public String percent(@Nullable Double share) {
        if (share == null || share.isNaN()) {
            return NOTHING;
        }
        if (share > 0 && share < 0.0005) {
            return "<" + percent(0.001);
        }
        if (share >= 0.9995 && share < 1) {
            return ">" + percent(0.999);
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return written(format, share);
    }

    /** {@code part} of {@code whole} as a percentage with one decimal; a dash if there is no whole. */
    public String share(@Nullable Number part, @Nullable Number whole) {
        return part == null || whole == null || whole.doubleValue() == 0
                ? NOTHING
                : percent(part.doubleValue() / whole.doubleValue());
    }

    /** A business date as {@code 2026-11-20}, in every language. */
    public String date(@Nullable LocalDate date) {
        return date == null ? NOTHING : DATE.format(date);
    }

    /** The business date of an instant. */
    public String dateOf(@Nullable Instant instant) {
        return instant == null ? NOTHING : date(clock.dateOf(instant));
    }

    /** An instant as date and minute in the business zone. */
    public String dateTime(@Nullable Instant instant) {
        return instant == null ? NOTHING : DATE_TIME.format(instant.atZone(clock.zone()));
    }

    /** A fact's instant: as date and minute, or only as date where its source knew no more than the day. */
    public String moment(@Nullable Instant instant) {
        return instant != null && instant.equals(clock.startOf(clock.dateOf(instant)))
                ? dateOf(instant)
                : dateTime(instant);
    }

    public String month(@Nullable YearMonth month) {
        return month == null ? NOTHING : MONTH.format(month);
    }

    /** A duration as {@code 1.9 s} below a minute, {@code 3:05} above; what is over in no time took a tenth of a second. */
    public String duration(@Nullable Duration duration) {
        if (duration == null) {
            return NOTHING;
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return decimal(Math.max(0.1, duration.toMillis() / 1000.0), 1) + " s";
        }
        long seconds = duration.toSeconds();
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** Bytes as {@code 84.2 MB}. */
    public String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double size = bytes;
        String unit = "B";
        for (String next : new String[] {"KB", "MB", "GB"}) {
            if (size >= 1024) {
                size /= 1024;
                unit = next;
            }
        }
        return decimal(size, 1) + " " + unit;
    }

    /** With a minus as wide as a plus. */
    private static String written(NumberFormat format, Number number) {
        return format.format(number).replace('-', MINUS);
    }

    public Currency currency() {
        return properties.currency();
    }

    public String zone() {
        return properties.zone().getId();
    }

    private NumberFormat currencyFormat() {
        NumberFormat format = NumberFormat.getCurrencyInstance(currencyLocale());
        format.setCurrency(properties.currency());
        return format;
    }

    /** The locale whose own sign the currency has, so that yuan are ¥ and dollars $ in both languages. */
    private Locale currencyLocale() {
        return switch (properties.currency().getCurrencyCode()) {
            case "CNY" -> Locale.SIMPLIFIED_CHINESE;
            case "USD" -> Locale.US;
            case "GBP" -> Locale.UK;
            case "JPY" -> Locale.JAPAN;
            default -> locale();
        };
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
