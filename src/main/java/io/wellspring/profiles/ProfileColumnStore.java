package io.wellspring.profiles;

import io.wellspring.shared.WellspringProperties;
import io.wellspring.staff.ForOperators;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/**
 * Answers who satisfies a condition from the profiles’ columns in memory, each read from the database when it is first asked about and kept
 * for as long as the profiles stay as they are and there is room. All columns of a {@link ProfileState} belong together: one that was read
 * when the profiles had moved on is not used.
 */
@Service
@ForOperators
@RequiredArgsConstructor
public class ProfileColumnStore {

    /** So often profiles may change while a question is answered. */
    private static final int MOST_CHANGES = 4;

    private record OfEverybody() {}

    private record OfField(ProfileField field, LocalDate asOf) {}

    private record OfBirthdays() {}

    private final ProfileColumnQueries queries;
    private final KeptAnswers kept;
    private final WellspringProperties properties;

    /**
     * Answers from one state of the profiles; from the next one if they change meanwhile.
     *
     * @param answering asked from the beginning again in that case
     */
    public <T> T reading(Function<ProfileState, T> answering) {
        for (int changes = 0; ; changes++) {
            try {
                return answering.apply(state());
            } catch (ProfilesMoved e) {
                if (changes == MOST_CHANGES) {
                    throw e;
                }
            }
        }
    }

    /** Reads what will be asked of some fields in one pass, as far as it was not read before. */
    public void prepare(ProfileState state, Collection<ProfileField> fields, LocalDate asOf) {
        state.revision().ifPresent(revision -> {
            List<ProfileField> missing = fields.stream()
                    .distinct()
                    .filter(field ->
                            kept.find(revision, new OfField(field, asOf)).isEmpty())
                    .toList();
            if (!missing.isEmpty()) {
                queries.values(state, missing, asOf)
                        .forEach((field, column) -> kept.of(revision, new OfField(field, asOf), () -> column));
            }
        });
    }

    /** Who satisfies a test. */
    public UserSet satisfying(ProfileState state, FieldTest test, LocalDate asOf) {
        ProfileColumn column = kept(state, new OfField(test.field(), asOf), () -> column(state, test.field(), asOf));
        LongPredicate satisfies = ColumnTest.of(test, column, asOf, properties.currency());
        return state.where(place -> satisfies.test(column.at(place)));
    }

    private ProfileColumn column(ProfileState state, ProfileField field, LocalDate asOf) {
        return Objects.requireNonNull(
                queries.values(state, List.of(field), asOf).get(field));
    }

    /** Whose birthday is on one of the days from {@code asOf} on, see {@link ProfileTable#birthdayWithin}. */
    public UserSet birthdayWithin(ProfileState state, int days, LocalDate asOf) {
        ProfileColumn column = kept(state, new OfBirthdays(), () -> queries.birthdays(state));
        BitSet birthdays = new BitSet();
        ProfileTable.birthdays(days, asOf).forEach(birthdays::set);
        return state.where(place -> column.at(place) != ProfileColumn.MISSING && birthdays.get((int) column.at(place)));
    }

    /**
     * Who that is, found out once for all who ask the same while the profiles stay as they are.
     *
     * @param asked what tells the question from any other; equal if it is the same
     */
    public UserSet whileProfilesStay(ProfileState state, Object asked, Supplier<UserSet> finding) {
        return kept(state, asked, finding);
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
