package io.wellspring.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a rehearsal found would come into being beside the rows themselves.
 *
 * @param newcomers the most frequent of each kind
 * @param totals how many there are of each kind in all
 * @param tagsGiven how many times a user gets a tag
 * @param tagsTaken how many times a user loses one, since it is replaced
 */
public record Announcement(List<Newcomer> newcomers, Map<Newcomer.Kind, Long> totals, long tagsGiven, long tagsTaken) {

    public static final Announcement NOTHING = new Announcement(List.of(), Map.of(), 0, 0);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int KEPT = 30;

    public Announcement {
        newcomers = List.copyOf(newcomers);
        totals = Collections.unmodifiableMap(
                totals.isEmpty() ? new EnumMap<>(Newcomer.Kind.class) : new EnumMap<>(totals));
    }

    /** Those of all kinds together, each kind the most frequent first. */
    static Announcement of(List<Newcomer> all, long tagsGiven, long tagsTaken) {
        List<Newcomer> kept = new ArrayList<>();
        Map<Newcomer.Kind, Long> totals = new EnumMap<>(Newcomer.Kind.class);
        for (Newcomer one : all) {
            if (totals.merge(one.kind(), 1L, Long::sum) <= KEPT) {
                kept.add(one);
            }
        }
        return new Announcement(kept, totals, tagsGiven, tagsTaken);
    }

    static Announcement read(String json) {
        return json.equals("{}") ? NOTHING : JSON.readValue(json, Announcement.class);
    }

    String write() {
        return JSON.writeValueAsString(this);
    }

    /** The kinds of which there are any. */
    @JsonIgnore
    public List<Newcomer.Kind> kinds() {
        return Arrays.stream(Newcomer.Kind.values()).filter(totals::containsKey).toList();
    }

    public List<Newcomer> of(Newcomer.Kind kind) {
        return newcomers.stream().filter(one -> one.kind() == kind).toList();
    }

    public long total(Newcomer.Kind kind) {
        return totals.getOrDefault(kind, 0L);
    }

    /** Whether tags of users change at all. */
    @JsonIgnore
    public boolean changesTags() {
        return tagsGiven + tagsTaken > 0;
    }
}
