package io.wellspring.profiles;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.NamedCount;
import io.wellspring.shared.UserId;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds users by what is kept of them. */
@Service
@ForOperators
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class ProfileSearch {

    /** Up to so many profiles, counting those a filter lets through takes no longer than showing a page of them. */
    private static final int COUNTED_AT_ONCE = 20_000;

    private static final String CHANNELS = "channels";

    private final ProfileQueries queries;
    private final ProfilePaging paging;
    private final KeptAnswers kept;
    private final CurrentStaff currentStaff;
    private final AuditTrail auditTrail;

    /** One user; empty if no refresh has seen the user. */
    public Optional<Profile> find(UserId user) {
        return queries.find(user);
    }

    /**
     * The users most like one, the nearest first: of the same class and lifecycle stage, by how many times more or less they brought,
     * ordered and let days go by since their last order. Looked for among the {@value ProfileQueries#CANDIDATES} next above and the
     * {@value ProfileQueries#CANDIDATES} next below in net amount. Who never ordered is like nobody.
     */
    public List<SimilarUser> similarTo(UserId user, int limit) {
        return queries.similar(user, limit);
    }

    /**
     * One page of the users a filter lets through, with the exact totals of all of them where that does not make it wait. The last
     * page costs what the first does.
     *
     * @throws UnreadableFilter if a value means nothing for its field
     * @throws UnreadablePlace if the window's mark means nothing in this sort
     */
    public ProfilePage page(
            ProfileFilter filter, ProfileSort sort, boolean descending, ProfileWindow window, int size) {
        return paging.page(filter, sort, descending, window, size, totalsAtOnce(filter, queries.revision()));
    }

    /** How many users a filter lets through, and their orders and net amount; exact, and counted once for as long as profiles stay as they are. */
    public ProfilePage.Totals totals(ProfileFilter filter) {
        return totals(filter, queries.revision());
    }

    private ProfilePage.Totals totals(ProfileFilter filter, Optional<UUID> revision) {
        return kept(revision.filter(known -> filter.isAboutProfilesOnly()), filter, () -> queries.totals(filter));
    }

    /** What the tiers of the membership programme are called, the lowest first; none before a programme is in force. */
    public List<TierName> tiers() {
        return queries.tiers();
    }

    /**
     * What stands around the list, whoever is on it.
     *
     * @param channels those users came by, the most used first
     * @param countsAtOnce whether there are so few users that any of them can be counted while a page is made
     */
    public record Surroundings(List<String> channels, boolean countsAtOnce) {

        public Surroundings {
            channels = List.copyOf(channels);
        }
    }

    public Surroundings surroundings() {
        Optional<UUID> revision = queries.revision();
        return new Surroundings(kept(revision, CHANNELS, queries::channels), countsAtOnce(revision));
    }

    private boolean countsAtOnce(Optional<UUID> revision) {
        return totals(ProfileFilter.everyone(), revision).users() <= COUNTED_AT_ONCE;
    }

    /** The values a field of text has, and how many users have each; the most common first, at most {@code limit}. */
    public List<NamedCount> valuesOf(ProfileField field, int limit) {
        record Values(ProfileField field, int limit) {}
        return kept(queries.revision(), new Values(field, limit), () -> queries.valuesOf(field, limit));
    }

    /** Hands over every user a filter lets through, by number and a few at a time. */
    public void ids(ProfileFilter filter, Consumer<UserId> consumer) {
        queries.ids(filter, consumer);
    }

    /** Whether exports for the current member of staff carry names, phones and e-mails. */
    public boolean exportsContact() {
        return currentStaff.isAtLeast(Role.MANAGER);
    }

    /**
     * Gives every user a filter lets through, in order and a few at a time, and records that it did. Contact data only goes to
     * managers and above.
     *
     * @param columns what the reader takes of each, for the record
     */
    @Transactional
    public void export(
            ProfileFilter filter,
            ProfileSort sort,
            boolean descending,
            List<ListColumn> columns,
            Consumer<ExportedProfile> consumer) {
        boolean withContact = exportsContact();
        auditTrail.record(new UsersExported(filter, queries.totals(filter).users(), withContact, columns));
        queries.stream(filter, sort, descending, withContact, consumer);
    }

    private Optional<ProfilePage.Totals> totalsAtOnce(ProfileFilter filter, Optional<UUID> revision) {
        return filter.equals(ProfileFilter.everyone()) || filter.among().isPresent() || countsAtOnce(revision)
                ? Optional.of(totals(filter, revision))
                : revision.flatMap(known -> kept.find(known, filter));
    }

    private <T> T kept(Optional<UUID> revision, Object asked, Supplier<T> finding) {
        return revision.map(known -> kept.of(known, asked, finding)).orElseGet(finding);
    }

    private record UsersExported(ProfileFilter filter, long users, boolean withContact, List<ListColumn> columns)
            implements Audited {

        @Override
        public String action() {
            return "users.exported";
        }

        @Override
        public String subject() {
            return "users";
        }

        @Override
        public Map<String, ?> after() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("users", users);
            facts.put("withContact", withContact);
            facts.put("columns", ListColumn.codes(columns));
            if (filter.among().isPresent()) {
                facts.put("selected", "search");
            }
            filter.values().forEach((field, value) -> facts.put(field.parameter(), value));
            facts.putAll(filter.narrowings());
            return facts;
        }
    }
}
