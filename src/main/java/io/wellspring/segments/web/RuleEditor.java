package io.wellspring.segments.web;

import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.profiles.FieldKind;
import io.wellspring.profiles.Operator;
import io.wellspring.profiles.ProfileField;
import io.wellspring.profiles.ProfileSearch;
import io.wellspring.segments.Flaw;
import io.wellspring.segments.RuleAddress;
import io.wellspring.segments.RuleCounts;
import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleNode.Kind;
import io.wellspring.segments.RuleWords;
import io.wellspring.segments.SegmentBook;
import io.wellspring.segments.SegmentView;
import io.wellspring.segments.When;
import io.wellspring.segments.web.EditorNode.Choice;
import io.wellspring.shared.NamedCount;
import io.wellspring.tags.TagBook;
import io.wellspring.users.AttributeType;
import io.wellspring.users.UserAttribute;
import io.wellspring.users.UserAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Lays a rule out for its editor: what stands where, what can be chosen there, and how many users it is. */
@Component
@RequiredArgsConstructor
class RuleEditor {

    private static final int VALUES_OFFERED = 60;

    private final RuleWords words;
    private final UserAttributes attributes;
    private final TagBook tags;
    private final SegmentBook book;
    private final ProfileSearch profiles;
    private final HistoryRefresh histories;

    /** What a condition can be about, by groups. */
    Map<String, List<Choice>> subjects(Locale locale) {
        RuleWords.Dictionary said = words.in(locale);
        Map<String, List<Choice>> subjects = new LinkedHashMap<>();
        for (String source : List.of("users", "metrics", "rfm", "lifecycle", "membership", "points")) {
            subjects.put(
                    said.text("segments.subjects." + source),
                    ProfileField.ALL.stream()
                            .filter(field -> field.source().equals(source))
                            .map(field -> choice("FIELD:" + field.code(), said.field(field.code())))
                            .toList());
        }
        List<Choice> deeds = new ArrayList<>();
        for (Kind kind : List.of(Kind.ORDERS, Kind.SPENT, Kind.REFUNDS)) {
            deeds.add(choice(kind + ":", said.text("segments.subject." + kind)));
        }
        for (NamedCount type : histories.behaviourTypes()) {
            for (Kind kind : List.of(Kind.ACTIVITY, Kind.FIRST_TIME, Kind.LAST_TIME)) {
                deeds.add(choice(kind + ":" + type.name(), said.text("segments.subject." + kind, type.name())));
            }
        }
        subjects.put(said.text("segments.subjects.deeds"), deeds);
        List<Choice> others = new ArrayList<>();
        for (Kind kind : List.of(Kind.TAGS, Kind.SEGMENT, Kind.BIRTHDAY)) {
            others.add(choice(kind + ":", said.text("segments.subject." + kind)));
        }
        for (UserAttribute attribute : attributes.current()) {
            others.add(choice("ATTRIBUTE:" + attribute.code(), attribute.label()));
        }
        subjects.put(said.text("segments.subjects.others"), others);
        return subjects;
    }

    RuleForm form(MultiValueMap<String, String> typed) {
        return new RuleForm(typed, types());
    }

    EditorNode lay(RuleNode rule, RuleCounts counts, Optional<Long> of, Locale locale) {
        return new Layout(counts, of, words.in(locale)).node(rule, "", 0, true, true);
    }

    private Map<String, AttributeType> types() {
        return attributes.current().stream().collect(Collectors.toMap(UserAttribute::code, UserAttribute::type));
    }

    private static Choice choice(String value, String label) {
        return new Choice(value, label, null, false);
    }

    private final class Layout {

        private final RuleCounts counts;
        private final Optional<Long> of;
        private final RuleWords.Dictionary said;
        private final RuleForm form = new RuleForm(new LinkedMultiValueMap<>(), types());

        Layout(RuleCounts counts, Optional<Long> of, RuleWords.Dictionary said) {
            this.counts = counts;
            this.of = of;
            this.said = said;
        }

        EditorNode node(RuleNode node, String path, int depth, boolean first, boolean last) {
            List<EditorNode> parts = new ArrayList<>();
            for (int place = 0; place < node.parts().size(); place++) {
                String child = path.isEmpty() ? Integer.toString(place) : path + "." + place;
                parts.add(node(
                        node.parts().get(place),
                        child,
                        depth + 1,
                        depth == 0 && place == 0,
                        depth == 0 && place == node.parts().size() - 1));
            }
            Long count = counts.places().get(path);
            Flaw flaw = counts.reading().flaws().get(path);
            boolean group = node.kind().isGroup();
            return new EditorNode(
                    path,
                    depth,
                    group ? node.kind().name() : null,
                    node.kind() == Kind.FIELD && node.what().isEmpty() ? "" : node.kind() + ":" + node.what(),
                    node.op(),
                    operators(node),
                    group ? "NONE" : input(node),
                    node.values(),
                    group ? List.of() : picks(node),
                    days(node),
                    count,
                    flaw == null ? null : wrong(flaw),
                    count == null || count == 0 || !openToAll(node)
                            ? null
                            : "/users?rule=" + RuleAddress.write(RuleNode.group(Kind.ALL, List.of(node))),
                    first,
                    last,
                    parts);
        }

        private EditorNode.Wrong wrong(Flaw flaw) {
            return new EditorNode.Wrong(
                    flaw,
                    said.text("segments.fault." + flaw.fault(), flaw.facts().toArray()));
        }

        /** A place that is finished here may not be so for the list, which knows no segment it belongs to. */
        private boolean openToAll(RuleNode node) {
            return node.depth() < io.wellspring.segments.Rule.DEEPEST;
        }

        private List<Choice> operators(RuleNode node) {
            return form.operators(node.kind(), node.what()).stream()
                    .map(op -> new Choice(op, operator(node.kind(), op), null, op.equals(node.op())))
                    .toList();
        }

        private String operator(Kind kind, String op) {
            return switch (kind) {
                case TAGS -> said.text("segments.tags." + op);
                case SEGMENT -> said.text("segments.segment." + op);
                case ORDERS, SPENT, REFUNDS, ACTIVITY -> said.text("segments.compare." + op);
                default -> said.text("segments.op." + op);
            };
        }

        private String input(RuleNode node) {
            FieldKind kind = form.kindOf(node).orElse(FieldKind.YES_NO);
            if (node.kind() == Kind.SEGMENT) {
                return "SELECT";
            }
            if (node.kind() == Kind.TAGS) {
                return "PICK";
            }
            if (!RuleForm.HELD_BY_OPERATORS.contains(node.kind())) {
                return "NUMBER";
            }
            Optional<Operator> asked = RuleForm.operator(node.op());
            if (asked.isEmpty()) {
                return "NONE";
            }
            Operator operator = asked.get();
            if (operator.takesDays()) {
                return "DAYS";
            }
            return switch (operator.fewest()) {
                case 0 -> "NONE";
                case 2 -> kind == FieldKind.DATE ? "TWO_DATES" : "TWO_NUMBERS";
                default ->
                    switch (kind) {
                        case CODE, TEXT -> "PICK";
                        case DATE -> "DATE";
                        case NUMBER, MONEY, YES_NO -> "NUMBER";
                    };
            };
        }

        private List<Choice> picks(RuleNode node) {
            return switch (node.kind()) {
                case TAGS ->
                    tags.groups().stream()
                            .flatMap(group -> group.tags().stream())
                            .map(use -> picked(
                                    node,
                                    Long.toString(use.tag().id()),
                                    use.tag().group() + " · " + use.tag().name(),
                                    use.users()))
                            .toList();
                case SEGMENT ->
                    book.list(false).stream()
                            .filter(segment ->
                                    of.filter(own -> own == segment.id()).isEmpty())
                            .map(segment ->
                                    picked(node, Long.toString(segment.id()), segment.name(), segment.members()))
                            .toList();
                case FIELD ->
                    ProfileField.of(node.what())
                            .map(field -> values(node, field))
                            .orElse(List.of());
                case ATTRIBUTE ->
                    attributes.current().stream()
                            .filter(attribute -> attribute.code().equals(node.what()))
                            .flatMap(attribute -> Stream.concat(attribute.choices().stream(), node.values().stream())
                                    .distinct())
                            .map(choice -> picked(node, choice, choice, null))
                            .toList();
                default -> List.of();
            };
        }

        private List<Choice> values(RuleNode node, ProfileField field) {
            if (field.kind() != FieldKind.CODE && field.kind() != FieldKind.TEXT) {
                return List.of();
            }
            Map<String, Long> known = new LinkedHashMap<>();
            profiles.valuesOf(field, VALUES_OFFERED).forEach(one -> known.put(one.name(), one.count()));
            Stream<String> all = field.kind() == FieldKind.CODE
                    ? Stream.concat(said.codes(field).stream(), node.values().stream())
                            .distinct()
                    : Stream.concat(known.keySet().stream(), node.values().stream())
                            .distinct();
            return all.map(value -> picked(node, value, said.value(field, value), known.getOrDefault(value, 0L)))
                    .toList();
        }

        private Choice picked(RuleNode node, String value, String label, @Nullable Long users) {
            return new Choice(value, label, users, node.values().contains(value));
        }

        private EditorNode.@Nullable Days days(RuleNode node) {
            if (node.when().isEmpty()) {
                return null;
            }
            return When.of(node.when())
                    .map(when -> switch (when) {
                        case When.Ever ever -> new EditorNode.Days("ever", "", "", "");
                        case When.LastDays last -> new EditorNode.Days("last", Integer.toString(last.days()), "", "");
                        case When.Between between ->
                            new EditorNode.Days(
                                    "between",
                                    "",
                                    between.from().toString(),
                                    between.to().toString());
                        case When.This self -> new EditorNode.Days(self.unit().name(), "", "", "");
                    })
                    .orElseGet(() -> unreadable(node.when()));
        }

        private static EditorNode.Days unreadable(String when) {
            if (when.startsWith("last:")) {
                return new EditorNode.Days("last", when.substring(5), "", "");
            }
            int dots = when.indexOf("..");
            return dots < 0
                    ? new EditorNode.Days("ever", "", "", "")
                    : new EditorNode.Days("between", "", when.substring(0, dots), when.substring(dots + 2));
        }
    }

    /** Segments by name, for pickers. */
    List<SegmentView> segments() {
        return book.list(false);
    }
}
