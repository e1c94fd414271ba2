package io.wellspring.segments;

import io.wellspring.shared.UserId;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People by chance, in memory and in the database: what an evaluator may look at, and what SQL does. */
final class People {

    static final LocalDate AS_OF = LocalDate.parse("2026-03-01");
    static final List<String> CHANNELS = List.of("shop", "web", "app");
    static final List<String> CITIES = List.of("杭州", "上海");
    static final List<String> TYPES = List.of("login", "visit");
    static final List<Long> TAGS = List.of(1L, 2L, 3L);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    record Deed(LocalDateTime at, long amount) {}

    static final class Person {
        UserId id = new UserId(1);

        @Nullable
        LocalDate registered;

        @Nullable
        String channel;

        @Nullable
        String city;

        @Nullable
        LocalDate birthday;

        boolean phone;
        final List<Deed> orders = new ArrayList<>();
        final List<Deed> refunds = new ArrayList<>();
        final Map<String, List<Deed>> activity = new HashMap<>();
        final Set<Long> tags = new HashSet<>();
        final Map<String, Object> attributes = new HashMap<>();

        long orderCount() {
            return until(orders).size();
        }

        long net() {
            return sum(until(orders)) - sum(until(refunds));
        }

        Optional<LocalDate> lastOrder() {
            return until(orders).stream().map(deed -> deed.at.toLocalDate()).max(LocalDate::compareTo);
        }

        private static List<Deed> until(List<Deed> deeds) {
            return deeds.stream()
                    .filter(deed -> !deed.at.toLocalDate().isAfter(AS_OF))
                    .toList();
        }

        static long sum(List<Deed> deeds) {
            return deeds.stream().mapToLong(Deed::amount).sum();
        }
    }

    private final JdbcClient jdbc;
    private final Random random;
    private int number;

    People(JdbcClient jdbc, Random random) {
        this.jdbc = jdbc;
        this.random = random;
        TAGS.forEach(tag -> jdbc.sql("""
                        insert into tags.tag (group_id, name, colour, created_at)
                        values ((select group_id from tags.tag_group), :name, 1, timestamptz '2026-01-01')
                        """).param("name", "T" + tag).update());
    }

    /** A group for the tags to be in, before there are any. */
    static void tagGroup(JdbcClient jdbc) {
        jdbc.sql("insert into tags.tag_group (name, created_at) values ('G', timestamptz '2026-01-01')")
                .update();
    }

    static void attributes(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into users.attribute (code, label, type, created_by, created_at)
                        values ('size', 'Size', 'NUMBER', 'test', timestamptz '2026-01-01'),
                          ('vip', 'VIP', 'YES_NO', 'test', timestamptz '2026-01-01'),
                          ('level', 'Level', 'CHOICE', 'test', timestamptz '2026-01-01'),
                          ('since', 'Since', 'DATE', 'test', timestamptz '2026-01-01')
                        """).update();
    }

    List<Person> some(int many) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            people.add(person());
        }
        return people;
    }

    private Person person() {
        Person person = new Person();
        person.registered = random.nextInt(5) == 0 ? null : day(400);
        person.channel = random.nextInt(4) == 0 ? null : CHANNELS.get(random.nextInt(CHANNELS.size()));
        person.city = random.nextInt(3) == 0 ? null : CITIES.get(random.nextInt(CITIES.size()));
        person.birthday = random.nextInt(3) == 0
                ? null
                : random.nextInt(6) == 0
                        ? LocalDate.parse("1996-02-29")
                        : LocalDate.parse("1980-01-01").plusDays(random.nextInt(12_000));
        person.phone = random.nextBoolean();
        if (random.nextInt(3) > 0) {
            person.attributes.put("size", 36 + random.nextInt(10));
        }
        if (random.nextInt(3) > 0) {
            person.attributes.put("vip", random.nextBoolean());
        }
        if (random.nextInt(3) > 0) {
            person.attributes.put("level", random.nextBoolean() ? "A" : "B");
        }
        if (random.nextInt(3) > 0) {
            person.attributes.put("since", day(100).toString());
        }
        write(person);
        deeds(person.orders, 5, "ORDER", person);
        deeds(person.refunds, 2, "REFUND", person);
        for (String type : TYPES) {
            for (int i = random.nextInt(6); i > 0; i--) {
                done(person, type, new Deed(time(), 1 + random.nextInt(3)));
            }
        }
        TAGS.stream().filter(tag -> random.nextInt(3) == 0).forEach(tag -> {
            person.tags.add(tag);
            jdbc.sql(
                            "insert into tags.user_tag (user_id, tag_id, intake_id, since) values (:user, :tag, 1, timestamptz '2026-01-01')")
                    .param("user", person.id.value())
                    .param("tag", tag)
                    .update();
        });
        return person;
    }

    private void write(Person person) {
        number++;
        person.id = new UserId(jdbc.sql("""
                        insert into users.users (external_id, channel, city, birthday, phone, registered_at, attributes, touched_by, created_by, created_at, updated_at)
                        values (:external, :channel, :city, :birthday, :phone, :registered, :attributes::jsonb, 1, 1, timestamptz '2026-01-01', timestamptz '2026-01-01')
                        returning user_id
                        """)
                .param("external", "X" + number)
                .param("channel", person.channel)
                .param("city", person.city)
                .param("birthday", person.birthday)
                .param("phone", person.phone ? "+86138%08d".formatted(number) : null)
                .param(
                        "registered",
                        person.registered == null ? null : instant(person.registered.atTime(random.nextInt(24), 30)))
                .param("attributes", json(person.attributes))
                .query(Long.class)
                .single());
    }

    private void deeds(List<Deed> deeds, int most, String kind, Person person) {
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            Deed deed = new Deed(time(), random.nextInt(300) * 100L);
            deeds.add(deed);
            number++;
            jdbc.sql("""
                            insert into activity.order_fact (user_id, kind, source, order_no, paid_at, amount, intake_id)
                            values (:user, :kind, 'test', :number, :at, :amount, 1)
                            """)
                    .param("user", person.id.value())
                    .param("kind", kind)
                    .param("number", "N" + number)
                    .param("at", instant(deed.at))
                    .param("amount", deed.amount)
                    .update();
        }
    }

    private void done(Person person, String type, Deed deed) {
        int written = jdbc.sql("""
                        insert into activity.behaviour (user_id, type, happened_at, count, intake_id)
                        values (:user, :type, :at, :count, 1)
                        on conflict do nothing
                        """)
                .param("user", person.id.value())
                .param("type", type)
                .param("at", instant(deed.at))
                .param("count", (int) deed.amount)
                .update();
        if (written > 0) {
            person.activity.computeIfAbsent(type, unused -> new ArrayList<>()).add(deed);
        }
    }

    /** Up to a few days after the day asked about, since facts may lie ahead of it. */
    private LocalDateTime time() {
        return day(120).plusDays(3).atTime(random.nextInt(2) == 0 ? 0 : 23, random.nextInt(60));
    }

    private LocalDate day(int back) {
        return AS_OF.minusDays(random.nextInt(back));
    }

    private static Timestamp instant(LocalDateTime local) {
        return Timestamp.from(local.atZone(ZONE).toInstant());
    }

    private static String json(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": "
                        + (entry.getValue() instanceof String text ? "\"" + text + "\"" : entry.getValue()))
                .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
    }
}
