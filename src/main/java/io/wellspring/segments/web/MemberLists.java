package io.wellspring.segments.web;

import io.wellspring.segments.RuleAddress;
import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleNode.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Addresses of lists of users by which segments they are in. */
final class MemberLists {

    private MemberLists() {}

    /** Those who are in all of some segments and in none of some others. */
    static String of(List<Long> in, List<Long> out) {
        List<RuleNode> parts = Stream.concat(
                        in.stream().map(segment -> member("IN", segment)),
                        out.stream().map(segment -> member("OUT", segment)))
                .toList();
        return "/users?rule=" + RuleAddress.write(RuleNode.group(Kind.ALL, parts));
    }

    private static RuleNode member(String operator, long segment) {
        return RuleNode.condition(Kind.SEGMENT, "", operator, List.of(Long.toString(segment)), "");
    }
}
