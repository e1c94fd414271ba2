package io.wellspring.imports;

import io.wellspring.activity.BehaviourRow;
import io.wellspring.activity.OrderKind;
import io.wellspring.activity.OrderRow;
import io.wellspring.shared.Money;
import io.wellspring.users.Gender;
import io.wellspring.users.UserRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@value #USERS} fictional users with three years of orders, refunds and behaviour up to a day. The same day gives the same data.
 * Each user draws a channel, a rhythm (log-normal days between orders) and a spend (log-normal); seasons and sales days crowd
 * orders; every week a user may leave for good, as often as the channel says.
 */
final class DemoGenerator {

    static final int USERS = 20_000;

    private static final int DAYS = 3 * 365;
    private static final long SEED = 20_261_111L;

    private final LocalDate lastDay;
    private final ZoneId zone;
    private final long minorPerUnit;

    DemoGenerator(LocalDate lastDay, ZoneId zone, Currency currency) {
        this.lastDay = lastDay.minusDays(1);
        this.zone = zone;
        this.minorPerUnit = Math.round(Math.pow(10, currency.getDefaultFractionDigits()));
    }

    void users(Consumer<UserRow> taker) {
        for (int number = 1; number <= USERS; number++) {
            taker.accept(person(number).row());
        }
    }

    void orders(Consumer<OrderRow> taker) {
        long line = 1;
        for (int number = 1; number <= USERS; number++) {
            line = shopping(person(number), line, taker);
        }
    }

    void behaviour(Consumer<BehaviourRow> taker) {
        for (int number = 1; number <= USERS; number++) {
            visits(person(number), taker);
        }
    }

    /** What a user is like; made from their number alone, so that every pass over the users sees the same. */
    private record Person(
            UserRow row,
            LocalDate joined,
            LocalDate left,
            DemoChannel channel,
            double daysBetween,
            double spend,
            boolean buys,
            long seed) {

        String externalId() {
            return externalIdOf(row.lineNo());
        }
    }

    private Person person(int number) {
        long seed = SEED + number * 7919L;
        SplittableRandom random = new SplittableRandom(seed);
        DemoChannel channel = DemoChannel.draw(random);
        // More join lately than early on: the shop grows.
        LocalDate joined = lastDay.minusDays((long) (DAYS * Math.pow(random.nextDouble(), 1.35)));
        long weeks = (long) Math.floor(Math.log(1 - random.nextDouble()) / Math.log(channel.weeklySurvival()));
        LocalDate left = joined.plusWeeks(Math.min(weeks, 1000));
        double daysBetween = Math.exp(Math.log(46 / channel.frequency()) + 0.75 * gaussian(random));
        double spend = Math.exp(Math.log(138) + 0.7 * gaussian(random));
        boolean buys = random.nextDouble() < 0.83;
        return new Person(row(number, joined, channel, random), joined, left, channel, daysBetween, spend, buys, seed);
    }

    private UserRow row(int number, LocalDate joined, DemoChannel channel, SplittableRandom random) {
        boolean latin = random.nextDouble() < 0.22;
        DemoNames.Place place = DemoNames.place(random);
        Gender gender = random.nextDouble() < 0.12 ? null : random.nextDouble() < 0.62 ? Gender.FEMALE : Gender.MALE;
        LocalDate birthday =
                random.nextDouble() < 0.3 ? null : LocalDate.of(1960, 1, 1).plusDays(random.nextInt(47 * 365));
        return new UserRow(
                number,
                externalIdOf(number),
                latin ? DemoNames.latin(random) : DemoNames.chinese(random),
                fictionalPhone(number, latin),
                "user%05d@example.com".formatted(number),
                gender,
                birthday,
                place.province(),
                place.city(),
                channel.label(),
                at(joined, random),
                null,
                null,
                consent(number, 0x535),
                consent(number, 0xe3a));
    }

    /** Apart from all else that is drawn. */
    private static @Nullable Boolean consent(int number, int medium) {
        double drawn = new SplittableRandom(31L * number ^ medium).nextDouble();
        return drawn < 0.62 ? Boolean.TRUE : drawn < 0.75 ? Boolean.FALSE : null;
    }

    private long shopping(Person person, long firstLine, Consumer<OrderRow> taker) {
        if (!person.buys()) {
            return firstLine;
        }
        SplittableRandom random = new SplittableRandom(person.seed() ^ 0x5eed);
        long line = firstLine;
        LocalDate day = person.joined().plusDays((long) (random.nextDouble() * random.nextDouble() * 25));
        for (int order = 1; !day.isAfter(lastDay) && !day.isAfter(person.left()); order++) {
            if (random.nextDouble() < season(day)) {
                long amount = Math.round(person.spend() * Math.exp(0.45 * gaussian(random)) * (double) minorPerUnit);
                String orderNo = "%s-%03d".formatted(person.externalId(), order);
                Instant paidAt = at(day, random);
                taker.accept(orderRow(line++, OrderKind.ORDER, orderNo, person, paidAt, amount));
                LocalDate returned = day.plusDays(2 + random.nextInt(12));
                if (random.nextDouble() < person.channel().refundRate() && !returned.isAfter(lastDay)) {
                    long back = random.nextDouble() < 0.6 ? amount : amount / 2;
                    taker.accept(orderRow(line++, OrderKind.REFUND, orderNo, person, at(returned, random), back));
                }
            }
            double gap = person.daysBetween() * Math.exp(0.5 * gaussian(random));
            day = day.plusDays(Math.max(1, Math.round(gap * 0.72)));
        }
        return line;
    }

    private void visits(Person person, Consumer<BehaviourRow> taker) {
        SplittableRandom random = new SplittableRandom(person.seed() ^ 0xac71);
        LocalDate day = person.joined();
        while (!day.isAfter(lastDay) && !day.isAfter(person.left())) {
            String type = random.nextDouble() < 0.7 ? "login" : random.nextDouble() < 0.7 ? "checkin" : "share";
            taker.accept(new BehaviourRow(person.externalId(), type, at(day, random), 1 + random.nextInt(3)));
            day = day.plusDays(1 + (long) (person.daysBetween() * 2 * random.nextDouble()));
        }
    }

    private static OrderRow orderRow(
            long line, OrderKind kind, String orderNo, Person person, Instant paidAt, long amount) {
        return new OrderRow(
                line,
                kind,
                orderNo,
                person.externalId(),
                null,
                null,
                paidAt,
                new Money(amount),
                person.channel() == DemoChannel.STORE ? "门店" : "小程序");
    }

    /** How likely a planned order is placed: sales in June and November draw, February rests, weekends help. */
    private static double season(LocalDate day) {
        double month =
                switch (day.getMonth()) {
                    case FEBRUARY -> 0.52;
                    case JUNE -> 0.86;
                    case NOVEMBER -> 1.0;
                    case DECEMBER -> 0.82;
                    default -> 0.68;
                };
        return Math.min(1, month * (day.getDayOfWeek().getValue() >= 6 ? 1.15 : 1.0));
    }

    /** Some time of a day between eight in the morning and midnight, most often in the evening. */
    private Instant at(LocalDate day, SplittableRandom random) {
        int minute = 8 * 60 + (int) (16 * 60 * Math.sqrt(random.nextDouble()));
        LocalTime time = LocalTime.of(Math.min(minute / 60, 23), minute % 60, random.nextInt(60));
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static String externalIdOf(long number) {
        return "DEMO-%05d".formatted(number);
    }

    /** Only numbers that are set aside for fiction (555-0100 to 555-0199 of North American areas), as far as they go. */
    private static @Nullable String fictionalPhone(int number, boolean latin) {
        int area = 201 + number / 100 % 200;
        return latin && number < 20_000 && area % 100 != 11 ? "+1%d55501%02d".formatted(area, number % 100) : null;
    }

    /** A standard normal value by the method of Box and Muller. */
    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
