package io.wellspring.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/**
 * The files the benchmark works on, made by a seeded generator: the same sizes give the same bytes on every machine. Users as a shop's
 * members are: every one with a member number, nearly all with a phone, a third with an e-mail address. Orders over three years in the
 * order of time, as systems export them: few users buy often (Pareto, the best fifth places more than half of the orders), amounts are log-normal,
 * autumn is the season, and four rows in a hundred are refunds.
 */
final class BenchData {

    static final LocalDate FIRST_DAY = LocalDate.of(2023, 11, 20);
    static final int DAYS = 1096;
    static final LocalDate LAST_DAY = FIRST_DAY.plusDays(DAYS - 1L);

    private static final double SHAPE = 1.16;
    private static final double SHIFT = 0.02;
    private static final long SEED = 20_261_120;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙", "马", "朱", "胡"
    };
    private static final String[] GIVEN = {
        "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "霞", "平", "刚", "桂英", "志强"
    };
    private static final String[][] PLACES = {
        {"广东", "广州"},
        {"广东", "深圳"},
        {"浙江", "杭州"},
        {"浙江", "宁波"},
        {"江苏", "南京"},
        {"江苏", "苏州"},
        {"上海", "上海"},
        {"北京", "北京"},
        {"四川", "成都"},
        {"湖北", "武汉"},
        {"山东", "青岛"},
        {"陕西", "西安"}
    };
    private static final String[] CHANNELS = {"App", "小程序", "公众号", "天猫", "京东", "抖音", "门店", "老带新"};
    /** Share of the year's orders in each month, January first. */
    private static final double[] SEASON = {0.9, 0.75, 0.85, 0.85, 0.95, 1.15, 0.9, 0.9, 0.95, 1.0, 1.6, 1.2};

    private final long users;

    BenchData(long users) {
        this.users = users;
    }

    /** A header and a row for every user. */
    Path users(Path file) {
        return write(file, out -> {
            SplittableRandom random = new SplittableRandom(SEED);
            out.write("会员号,姓名,手机,邮箱,性别,生日,省份,城市,渠道,注册时间\n");
            for (long user = 0; user < users; user++) {
                String[] place = PLACES[random.nextInt(PLACES.length)];
                out.write(number(user));
                out.write(',' + SURNAMES[random.nextInt(SURNAMES.length)] + GIVEN[random.nextInt(GIVEN.length)]);
                out.write(',' + (random.nextInt(100) < 95 ? phone(user) : ""));
                out.write(',' + (random.nextInt(100) < 30 ? "m" + user + "@example.com" : ""));
                out.write(',' + (random.nextInt(100) < 80 ? random.nextBoolean() ? "女" : "男" : ""));
                out.write(','
                        + (random.nextInt(100) < 60
                                ? LocalDate.ofEpochDay(random.nextInt(13_000)).toString()
                                : ""));
                out.write(',' + place[0] + ',' + place[1]);
                out.write(',' + CHANNELS[random.nextInt(CHANNELS.length)]);
                LocalDate day = FIRST_DAY.minusDays(900).plusDays(user * (DAYS + 890L) / users);
                out.write(',' + TIME.format(at(day, random)) + '\n');
            }
        });
    }

    /** A header and so many orders and refunds, from the first day to the last. */
    Path orders(Path file, long orders) {
        return write(file, out -> {
            SplittableRandom random = new SplittableRandom(SEED + 1);
            out.write("订单号,会员号,支付时间,实付金额,渠道\n");
            double weight = 0;
            for (int day = 0; day < DAYS; day++) {
                weight += season(day);
            }
            long written = 0;
            double due = 0;
            for (int day = 0; day < DAYS; day++) {
                due += orders * season(day) / weight;
                long until = day == DAYS - 1 ? orders : Math.round(due);
                day(out, random, FIRST_DAY.plusDays(day), written, until);
                written = until;
            }
        });
    }

    /** A header and the orders of one day. */
    Path day(Path file, LocalDate on, long after, long orders) {
        return write(file, out -> {
            SplittableRandom random = new SplittableRandom(SEED + 2);
            out.write("订单号,会员号,支付时间,实付金额,渠道\n");
            day(out, random, on, after, after + orders);
        });
    }

    private void day(BufferedWriter out, SplittableRandom random, LocalDate day, long from, long until)
            throws IOException {
        for (long order = from; order < until; order++) {
            LocalDateTime at = day.atTime(LocalTime.ofSecondOfDay((order - from) * 86_399 / (until - from)));
            boolean refund = random.nextInt(100) < 4;
            long cents = Math.max(100, Math.round(Math.exp(4.6 + 0.8 * gaussian(random)) * 100));
            out.write(DAY.format(day) + padded(order * 2_654_435_761L % 10_000_000_000L, 10));
            out.write(',' + number(buyer(random)));
            out.write(',' + TIME.format(at));
            out.write("," + (refund ? "-" : "") + cents / 100 + '.' + padded(cents % 100, 2));
            out.write(',' + CHANNELS[random.nextInt(CHANNELS.length)] + '\n');
        }
    }

    /**
     * Pareto of shape 1.16 with a shift (Lomax), or the best one of a million would buy every seventh order; spread over the users so that
     * the best do not stand side by side.
     */
    private long buyer(SplittableRandom random) {
        double from = Math.pow(SHIFT, 1 - 1 / SHAPE);
        double until = Math.pow(1 + SHIFT, 1 - 1 / SHAPE);
        double rank = (Math.pow(from + random.nextDouble() * (until - from), 1 / (1 - 1 / SHAPE)) - SHIFT) * users;
        long spread = ((long) rank * 7_368_787L + 12_345) % users;
        return Math.min(spread, users - 1);
    }

    static String number(long user) {
        return "M" + padded(user + 1, 8);
    }

    private static String phone(long user) {
        return "1" + (3 + (user * 6_700_417L % 7)) + padded(user * 611_953L % 1_000_000_007L % 1_000_000_000L, 9);
    }

    private static double season(int day) {
        LocalDate date = FIRST_DAY.plusDays(day);
        boolean sale = date.getMonthValue() == 11 && date.getDayOfMonth() == 11;
        return SEASON[date.getMonthValue() - 1] * (sale ? 8 : 1) * (1 + day / (2.0 * DAYS));
    }

    private static LocalDateTime at(LocalDate day, SplittableRandom random) {
        return day.atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)));
    }

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private interface Content {
        void writeTo(BufferedWriter out) throws IOException;
    }

    private static Path write(Path file, Content content) {
        try {
            Files.createDirectories(file.getParent());
            try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                content.writeTo(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
