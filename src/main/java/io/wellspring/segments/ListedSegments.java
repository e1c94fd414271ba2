package io.wellspring.segments;

import io.wellspring.audit.AuditTrail;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForOperators;
import io.wellspring.users.PhoneNumbers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes segments of users who are named one by one, and whom no rule lets in or out. */
@Service
@ForOperators
@Transactional
@RequiredArgsConstructor
public class ListedSegments {

    /** So many lines say what kind of list it is. */
    private static final int REFUSED_WITH = 5;

    private final Segments segments;
    private final SegmentBatch batch;
    private final SegmentNames names;
    private final RuleDesk rules;
    private final AuditTrail auditTrail;
    private final CurrentStaff currentStaff;
    private final BusinessClock clock;
    private final WellspringProperties properties;

    /**
     * Makes a segment of those a list names, by external id, phone or e-mail.
     *
     * @param values hands over one identity after another
     * @return what came of it
     * @throws NothingListed if the list is empty
     * @throws NobodyListed if it names nobody that is known
     */
    public Listing createListed(String name, String description, Consumer<Consumer<String>> values) {
        Segment segment = open(name, description);
        long id = segment.getId();
        long[] lines = new long[1];
        batch.list(
                id,
                taker -> values.accept(value -> {
                    String text = value.strip();
                    if (!text.isEmpty()) {
                        taker.accept(2 * lines[0], text);
                        kept(text).ifPresent(form -> taker.accept(2 * lines[0] + 1, form));
                        lines[0]++;
                    }
                }));
        if (lines[0] == 0) {
            throw new NothingListed();
        }
        SegmentBatch.Change change = batch.replaceByList(id, clock.now());
        SegmentBatch.Lines found = batch.lines(id);
        List<String> unknown = batch.unknown(id, Listing.MOST_NAMED);
        batch.forgetList(id);
        if (change.members() == 0) {
            throw new NobodyListed(lines[0], unknown.subList(0, Math.min(unknown.size(), REFUSED_WITH)));
        }
        keep(segment, change);
        return new Listing(id, lines[0], change.members(), found.repeated(), lines[0] - found.known(), unknown);
    }

    /**
     * Makes a segment of users another module names.
     *
     * @return its number
     * @throws NobodyToList if there are none
     */
    public long createOf(String name, String description, List<UserId> users) {
        Segment segment = open(name, description);
        long id = segment.getId();
        batch.list(id, taker -> users.forEach(user -> taker.accept(0, user.toString())));
        SegmentBatch.Change change = batch.replaceByUsers(id, clock.now());
        batch.forgetList(id);
        if (change.members() == 0) {
            throw new NobodyToList();
        }
        keep(segment, change);
        return id;
    }

    /**
     * Makes a segment of those who are members of another one now.
     *
     * @return its number
     * @throws NoSuchSegment if there is no other one
     */
    public long freeze(long other, String name, String description) {
        Segment segment = open(name, description);
        long id = segment.getId();
        long from = segments.findById(other)
                .orElseThrow(() -> new NoSuchSegment(other))
                .getId();
        keep(segment, batch.copyOf(id, from, clock.now()));
        return id;
    }

    private Segment open(String name, String description) {
        Segment segment = segments.saveAndFlush(Segment.listed(
                names.free(name),
                SegmentNames.shortened(description),
                currentStaff.name().orElse("system"),
                clock.now()));
        batch.open(segment.getId());
        batch.begin(segment.getId());
        return segment;
    }

    private void keep(Segment segment, SegmentBatch.Change change) {
        batch.saveRefresh(segment.getId(), clock.now(), rules.asOf(), change, 0);
        Map<String, Object> facts = SegmentAction.facts(segment);
        facts.put("users", change.members());
        auditTrail.record(new SegmentAction("segment.created", segment.getId(), Map.of(), facts));
    }

    /** An identity as the registry would keep it, if that is not how it was written. */
    private Optional<String> kept(String text) {
        Optional<String> form = text.contains("@")
                ? Optional.of(text.toLowerCase(Locale.ROOT))
                : PhoneNumbers.normalise(text, PhoneNumbers.regionOf(properties.currency()));
        return form.filter(normal -> !normal.equals(text));
    }
}
