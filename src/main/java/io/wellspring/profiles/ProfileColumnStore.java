package io.wellspring.profiles;

import io.wellspring.shared.Money;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.staff.ForOperators;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/**
 * Answers who satisfies a condition from the profiles’ columns in memory, each read from the database when it is first asked about and kept
 * for as long as the profiles stay as they are and there is room. All columns of a {@link ProfileState} belong together: one that was read
 * when the profiles had moved on is not used. Only what users say of being contacted may be newer than the rest: it changes all day.
 */
@Service
@ForOperators
@RequiredArgsConstructor
public class ProfileColumnStore {

    /** So often profiles may change while a question is answered. */
    private static final int MOST_CHANGES = 4;

    private record OfEverybody() {}

    private record OfNetAmounts() {}

    /** Read after the state of consents was: never older than it, and belonging to it for as long as it is the current one. */
    private record OfConsents(ProfileField field, Optional<UUID> consents) {}

    private final ProfileColumnQueries queries;
    private final KeptAnswers kept;
    private final WellspringProperties properties;

    /**
     * Answers from one state of the profiles; from the next one if they change meanwhile.
     *
     * @param answering asked from the beginning again in that case
     * @throws ProfilesRefreshing if they change more than {@value #MOST_CHANGES} times
     */
    public <T> T reading(Function<ProfileState, T> answering) {
        for (int changes = 0; ; changes++) {
            try {
                return answering.apply(state());
            } catch (ProfilesMoved e) {
                if (changes == MOST_CHANGES) {
                    throw new ProfilesRefreshing();
                }
            }
        }
    }

    /**
     * Reads what will be asked of some fields in one pass, as far as it was not read before.
     *
     * @param birthdays whether it will be asked whose birthday is when
     */
    public void prepare(ProfileState state, Collection<ProfileField> fields, boolean birthdays, LocalDate asOf) {
        state.revision().ifPresent(revision -> {
            List<AskedColumn> missing = Stream.<AskedColumn>concat(
                            fields.stream()
                                    .filter(field -> !field.isConsent())
                                    .map(field -> new AskedColumn.OfField(field, asOf)),
                            birthdays ? Stream.of(new AskedColumn.OfBirthdays()) : Stream.empty())
                    .distinct()
                    .filter(asked -> kept.find(revision, asked).isEmpty())
                    .toList();
            if (!missing.isEmpty()) {
                List<ProfileColumn> columns = queries.columns(state, missing);
                for (int i = 0; i < missing.size(); i++) {
                    ProfileColumn column = columns.get(i);
                    kept.of(revision, missing.get(i), () -> column);
                }
            }
        });
    }

    /** Who satisfies a test. */
    public UserSet satisfying(ProfileState state, FieldTest test, LocalDate asOf) {
        AskedColumn asked = new AskedColumn.OfField(test.field(), asOf);
        ProfileColumn column = test.field().isConsent()
                ? column(state, new OfConsents(test.field(), queries.consents()), asked)
                : column(state, asked, asked);
        LongPredicate satisfies = ColumnTest.of(test, column, asOf, properties.currency());
        return state.where(place -> satisfies.test(column.at(place)));
    }

    private ProfileColumn column(ProfileState state, Object keptAs, AskedColumn asked) {
        return kept(state, keptAs, () -> queries.columns(state, List.of(asked)).getFirst());
    }

    /** Whose birthday is on one of the days from {@code asOf} on, see {@link ProfileTable#birthdayWithin}. */
    public UserSet birthdayWithin(ProfileState state, int days, LocalDate asOf) {
        AskedColumn birthdaysOfAll = new AskedColumn.OfBirthdays();
        ProfileColumn column = column(state, birthdaysOfAll, birthdaysOfAll);
        BitSet birthdays = new BitSet();
        ProfileTable.birthdays(days, asOf).forEach(birthdays::set);
        return state.where(place -> column.at(place) != ProfileColumn.MISSING && birthdays.get((int) column.at(place)));
    }

    /** The share of all users, between 0 and 1, whose net amount of all time is at least as high: 0.04 reads “top 4 %”. */
    public double shareWithNet(Money atLeast) {
        return reading(
                state -> kept(state, new OfNetAmounts(), state::netAmounts).atLeast(atLeast));
    }

    /**
     * Who that is, found out once for all who ask the same while the profiles stay as they are.
     *
     * @param asked what tells the question from any other; equal if it is the same
     */
    public UserSet whileProfilesStay(ProfileState state, Object asked, Supplier<UserSet> finding) {
        return kept(state, asked, finding);
    }

    /** Whether that was found out already, and is still there. */
    public boolean isKept(ProfileState state, Object asked) {
        return state.revision().flatMap(revision -> kept.find(revision, asked)).isPresent();
    }

    private ProfileState state() {
        return queries.revision()
                .map(revision -> kept.of(revision, new OfEverybody(), () -> queries.state(revision)))
                .orElseGet(ProfileState::ofNobody);
    }

    private <T> T kept(ProfileState state, Object asked, Supplier<T> finding) {
        return state.revision()
                .map(revision -> kept.of(revision, asked, finding))
                .orElseGet(finding);
    }
}
