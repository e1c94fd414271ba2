package io.wellspring.imports;

import java.util.List;
import java.util.SplittableRandom;

/** Names, places and channels of fictional users, in both scripts. */
final class DemoNames {

    private static final List<String> FAMILY = List.of(
            "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "罗", "高", "欧阳",
            "司马");
    private static final List<String> GIVEN = List.of(
            "伟", "芳", "娜", "敏", "静", "磊", "洋", "艳", "勇", "娟", "涛", "明", "超", "秀英", "霞", "平", "欣怡", "浩然", "子涵", "雨桐",
            "梓萱", "宇轩", "思远", "佳琪", "一诺", "俊杰", "晓彤", "志强", "雅婷", "博文");
    private static final List<String> FIRST = List.of(
            "Ann", "Ben", "Chloe", "Daniel", "Emma", "Felix", "Grace", "Henry", "Isla", "Jack", "Kate", "Liam", "Mia",
            "Noah", "Olivia", "Paul", "Quinn", "Rosa", "Sam", "Tessa", "Uma", "Victor", "Wendy", "Yara", "Zoe");
    private static final List<String> LAST = List.of(
            "Adams",
            "Baker",
            "Carter",
            "Davies",
            "Evans",
            "Foster",
            "Green",
            "Hughes",
            "Irwin",
            "Jones",
            "King",
            "Lewis",
            "Moore",
            "Nolan",
            "Owens",
            "Parker",
            "Quill",
            "Reed",
            "Scott",
            "Taylor",
            "Underwood",
            "Vance",
            "Walker",
            "Young");
    private static final List<Place> PLACES = List.of(
            new Place("上海", "上海", 16),
            new Place("北京", "北京", 14),
            new Place("广东", "深圳", 12),
            new Place("广东", "广州", 10),
            new Place("浙江", "杭州", 12),
            new Place("四川", "成都", 9),
            new Place("江苏", "南京", 7),
            new Place("江苏", "苏州", 6),
            new Place("湖北", "武汉", 6),
            new Place("陕西", "西安", 5),
            new Place("福建", "厦门", 3));

    record Place(String province, String city, int weight) {}

    private DemoNames() {}

    static String chinese(SplittableRandom random) {
        return pick(FAMILY, random) + pick(GIVEN, random);
    }

    static String latin(SplittableRandom random) {
        return pick(FIRST, random) + " " + pick(LAST, random);
    }

    static Place place(SplittableRandom random) {
        int total = PLACES.stream().mapToInt(Place::weight).sum();
        int drawn = random.nextInt(total);
        for (Place place : PLACES) {
            drawn -= place.weight();
            if (drawn < 0) {
                return place;
            }
        }
        return PLACES.getLast();
    }

    private static String pick(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }
}
