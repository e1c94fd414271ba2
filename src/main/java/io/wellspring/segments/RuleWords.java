package io.wellspring.segments;

import io.wellspring.profiles.Operator;
import io.wellspring.profiles.ProfileField;
import io.wellspring.profiles.ProfileSearch;
import io.wellspring.rfm.RfmModels;
import io.wellspring.rfm.RfmWords;
import io.wellspring.shared.Money;
import io.wellspring.shared.web.Format;
import io.wellspring.tags.TagBook;
import io.wellspring.users.UserAttribute;
import io.wellspring.users.UserAttributes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What fields, values, tags and segments are called in the reader's language. */
@Component
@RequiredArgsConstructor
public class RuleWords {

    private final MessageSource messages;
    private final RfmModels models;
    private final UserAttributes attributes;
    private final TagBook tags;
    private final SegmentQueries segments;
    private final ProfileSearch profiles;
    private final Format format;

    /** What is called how, read once for a page. */
    public final class Dictionary {

        private final Locale locale;
        private final RfmWords rfm;
        private final Map<String, String> attributeLabels = new HashMap<>();
        private final Map<String, String> tagNames = new HashMap<>();
        private final Map<String, String> segmentNames = new HashMap<>();
        private final Set<String> goneTags = new HashSet<>();
        private final Set<String> goneSegments = new HashSet<>();
        private final Map<String, String> tierNames = new LinkedHashMap<>();

        private Dictionary(Locale locale) {
            this.locale = locale;
            this.rfm = models.words(locale);
            for (UserAttribute attribute : attributes.current()) {
                attributeLabels.put(attribute.code(), attribute.label());
            }
            tags.names().forEach((id, tag) -> {
                String number = Long.toString(id);
                tagNames.put(number, tag.gone() ? text("segments.says.deleted", tag.name()) : tag.name());
                if (tag.gone()) {
                    goneTags.add(number);
                }
            });
            profiles.tiers().forEach(tier -> tierNames.put(Integer.toString(tier.number()), tier.in(locale)));
            segments.list(false).forEach(segment -> segmentNames.put(Long.toString(segment.id()), segment.name()));
            segments.list(true).forEach(segment -> {
                String number = Long.toString(segment.id());
                segmentNames.put(number, text("segments.says.archived", segment.name()));
                goneSegments.add(number);
            });
        }

        public String text(String code, Object... arguments) {
            return messages.getMessage(code, arguments, locale);
        }

        public String field(String code) {
            return ProfileField.of(code)
                    .map(field -> text("profiles.field." + field.code()))
                    .orElse(code);
        }

        /** The values of a field that are known beforehand. */
        public List<String> codes(ProfileField field) {
            return field == ProfileField.TIER ? List.copyOf(tierNames.keySet()) : field.codes();
        }

        public String attribute(String code) {
            return attributeLabels.getOrDefault(code, code);
        }

        public String tag(String id) {
            return tagNames.getOrDefault(id, "#" + id);
        }

        public String segment(String id) {
            return segmentNames.getOrDefault(id, "#" + id);
        }

        /** The tags and segments a rule speaks of that are no longer there, or archived, by name. */
        public List<String> gone(RuleNode rule) {
            List<String> names = new ArrayList<>();
            rule.values().forEach(value -> {
                if (rule.kind() == RuleNode.Kind.TAGS && goneTags.contains(value)) {
                    names.add(tag(value));
                } else if (rule.kind() == RuleNode.Kind.SEGMENT && goneSegments.contains(value)) {
                    names.add(segment(value));
                }
            });
            rule.parts().forEach(part -> names.addAll(gone(part)));
            return names.stream().distinct().toList();
        }

        /** A value of a field as people read it. */
        public String value(ProfileField field, String value) {
            return switch (field.kind()) {
                case CODE -> code(field, value);
                case MONEY -> money(value);
                case NUMBER -> number(value);
                case TEXT, DATE -> value;
                case YES_NO -> text(value.startsWith("t") ? "segments.yes" : "segments.no");
            };
        }

        public String number(String value) {
            return value.matches("-?\\d+(\\.\\d+)?") ? format.decimal(new BigDecimal(value), 4) : value;
        }

        /** An amount in whole units, with its currency; without cents where it has none. */
        public String money(String value) {
            if (!value.matches("-?\\d{1,12}(\\.\\d+)?")) {
                return value;
            }
            BigDecimal amount = new BigDecimal(value).setScale(2, RoundingMode.HALF_UP);
            Money money = Money.of(
                    amount.setScale(
                            Math.min(2, Math.max(0, format.currency().getDefaultFractionDigits())),
                            RoundingMode.HALF_UP),
                    format.currency());
            return amount.stripTrailingZeros().scale() <= 0 ? format.wholeMoney(money) : format.money(money);
        }

        public String operator(Operator operator) {
            return text("segments.op." + operator);
        }

        public String when(String when) {
            return When.of(when)
                    .map(read -> switch (read) {
                        case When.Ever ever -> text("segments.when.ever");
                        case When.LastDays last -> text("segments.when.last", last.days());
                        case When.Between between -> text("segments.when.between", between.from(), between.to());
                        case When.This self -> text("segments.when.this." + self.unit());
                    })
                    .orElse(when);
        }

        private String code(ProfileField field, String value) {
            return switch (field) {
                case GENDER -> text("segments.gender." + value);
                case STAGE -> text("lifecycle.stage." + value);
                case TIER -> tierNames.getOrDefault(value, "#" + value);
                default -> rfm.ofCode(value);
            };
        }
    }

    public Dictionary in(Locale locale) {
        return new Dictionary(locale);
    }

    /** Texts with the language's comma between them. */
    public static String listed(Dictionary words, List<String> texts) {
        return String.join(words.text("segments.comma"), texts);
    }
}
