package io.wellspring.imports;

import io.wellspring.activity.OrderIntake;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.NamedCount;
import io.wellspring.tags.TagIntake;
import io.wellspring.tags.TagReport;
import io.wellspring.tags.TagRow;
import io.wellspring.tags.TagTerms;
import io.wellspring.users.AttributeDraft;
import io.wellspring.users.AttributeType;
import io.wellspring.users.UserAttribute;
import io.wellspring.users.UserAttributes;
import io.wellspring.users.UserIntake;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the rows of a file bring beside users and facts: tags, attributes and their choices, channels. */
@Component
@RequiredArgsConstructor
class BesideRows {

    private final UserIntake users;
    private final UserAttributes attributes;
    private final OrderIntake orders;
    private final TagIntake tags;
    private final BusinessClock clock;

    /** Lets {@code reading} hand over tags while it reads the rows, or forgets those of a reading before where the file has none. */
    void stageTags(ImportFile file, RowReader reader, Consumer<Consumer<TagRow>> reading) {
        if (reader.readsTags()) {
            tags.stage(file.getId(), reading);
        } else {
            tags.discard(file.getId());
            reading.accept(row -> {
                throw new IllegalStateException("The file has no tags");
            });
        }
    }

    /** The groups of tags, in lower case, of which a row can give one at most. */
    Set<String> singleChoices() {
        return tags.singleChoices();
    }

    /** What a rehearsed users file would bring. */
    Announcement announceUsers(ImportFile file) {
        long id = file.getId();
        TagReport report = givesTags(file) ? tags.rehearse(id, tagTerms(file)) : TagReport.NOTHING;
        Map<String, String> labels = labels(file);
        Map<String, Long> staged = drafts(file).isEmpty() ? Map.of() : attributes.staged(id);
        Stream<Newcomer> newTags = report.created().stream()
                .map(tag -> new Newcomer(Newcomer.Kind.TAG, tag.group(), tag.name(), tag.rows()));
        Stream<Newcomer> newAttributes = drafts(file).stream()
                .map(draft -> new Newcomer(
                        Newcomer.Kind.ATTRIBUTE, "", draft.label(), staged.getOrDefault(draft.code(), 0L)));
        Stream<Newcomer> newChoices = attributes.newChoices(id, choices(file)).stream()
                .map(choice -> new Newcomer(
                        Newcomer.Kind.CHOICE,
                        labels.getOrDefault(choice.code(), choice.code()),
                        choice.choice(),
                        choice.rows()));
        return Announcement.of(
                Stream.of(channels(users.newChannels(id)), newTags, newAttributes, newChoices)
                        .flatMap(all -> all)
                        .toList(),
                report.given(),
                report.taken());
    }

    /** What a rehearsed orders file would bring. */
    Announcement announceOrders(ImportFile file) {
        return Announcement.of(channels(orders.newChannels(file.getId())).toList(), 0, 0);
    }

    /** Lets it come into being, in the transaction of the commit and after its users were merged. */
    void establish(ImportFile file) {
        attributes.establish(file.getId(), drafts(file), choices(file), file.getUploadedBy(), clock.now());
        if (givesTags(file)) {
            tags.merge(file.getId(), tagTerms(file));
        }
    }

    void discard(long importId) {
        tags.discard(importId);
    }

    /** What the attributes of a file are called, by their codes. */
    Map<String, String> labels(ImportFile file) {
        Map<String, String> labels = new HashMap<>();
        attributes.current().forEach(attribute -> labels.put(attribute.code(), attribute.label()));
        drafts(file).forEach(draft -> labels.put(draft.code(), draft.label()));
        return labels;
    }

    private static Stream<Newcomer> channels(List<NamedCount> found) {
        return found.stream().map(channel -> new Newcomer(Newcomer.Kind.CHANNEL, "", channel.name(), channel.count()));
    }

    private static Stream<ColumnUse> read(ImportFile file) {
        return file.mapping().uses().stream().filter(ColumnUse::isRead);
    }

    private static boolean givesTags(ImportFile file) {
        return read(file).anyMatch(use -> use.target() instanceof ColumnTarget.Tags);
    }

    private TagTerms tagTerms(ImportFile file) {
        Mapping mapping = file.mapping();
        Set<String> replaced = new HashSet<>();
        IntStream.range(0, mapping.uses().size()).forEach(column -> {
            ColumnUse use = mapping.uses().get(column);
            if (use.policy() == ColumnPolicy.OVERWRITE && use.target() instanceof ColumnTarget.Tags group) {
                replaced.add(TagColumns.group(group, file.getColumnNames().get(column)));
            }
        });
        return new TagTerms(mapping.matchBy(), replaced, clock.now());
    }

    private static List<AttributeDraft> drafts(ImportFile file) {
        return read(file)
                .flatMap(use -> use.target() instanceof ColumnTarget.NewAttribute created
                        ? Stream.of(created.draft())
                        : Stream.empty())
                .toList();
    }

    /** The codes of the columns that are choices. */
    private Set<String> choices(ImportFile file) {
        Set<String> known = attributes.current().stream()
                .filter(attribute -> attribute.type() == AttributeType.CHOICE)
                .map(UserAttribute::code)
                .collect(Collectors.toSet());
        return read(file)
                .flatMap(use -> switch (use.target()) {
                    case ColumnTarget.NewAttribute created ->
                        created.type() == AttributeType.CHOICE ? Stream.of(created.code()) : Stream.<String>empty();
                    case ColumnTarget.Attribute there ->
                        known.contains(there.code()) ? Stream.of(there.code()) : Stream.<String>empty();
                    case ColumnTarget.Nothing nothing -> Stream.<String>empty();
                    case ColumnTarget.Field field -> Stream.<String>empty();
                    case ColumnTarget.Tags group -> Stream.<String>empty();
                    case ColumnTarget.Detail detail -> Stream.<String>empty();
                })
                .collect(Collectors.toSet());
    }
}
