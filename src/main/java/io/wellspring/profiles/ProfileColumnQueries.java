package io.wellspring.profiles;

import io.wellspring.shared.BulkRead;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads whole columns of all profiles in the order of users. Every refresh gives the profiles a revision they never had before, in
 * the transaction in which it changes them: if the revision is the expected one after rows were read, all of them are of its state.
 */
@Component
@Transactional(readOnly = true, noRollbackFor = ProfilesMoved.class)
@RequiredArgsConstructor
class ProfileColumnQueries {

    private static final List<AskedColumn> OF_EVERYBODY = Stream.of(
                    ProfileTable.USER_ID, ProfileTable.NET, ProfileTable.WINDOW_NET)
            .<AskedColumn>map(AskedColumn.OfNumbers::new)
            .toList();

    private final DSLContext jooq;
    private final BulkRead rows;
    private final ProfileQueries profiles;

    Optional<UUID> revision() {
        return profiles.revision();
    }

    /** Which state consents are in. */
    Optional<UUID> consents() {
        return profiles.consents();
    }

    /**
     * Who has a profile.
     *
     * @throws ProfilesMoved if profiles are in another state by now
     */
    ProfileState state(UUID revision) {
        List<ProfileColumn.Builder> columns = read(Optional.of(revision), OF_EVERYBODY);
        return new ProfileState(
                Optional.of(revision),
                columns.get(0).values(),
                columns.get(1).build(),
                columns.get(2).build());
    }

    /**
     * Some columns, all in one pass: what a pass costs is its rows rather than its columns.
     *
     * @throws ProfilesMoved if profiles are in another state by now
     */
    List<ProfileColumn> columns(ProfileState state, List<? extends AskedColumn> asked) {
        return read(state.revision(), asked).stream()
                .map(ProfileColumn.Builder::build)
                .toList();
    }

    private List<ProfileColumn.Builder> read(Optional<UUID> revision, List<? extends AskedColumn> asked) {
        List<ProfileColumn.Builder> columns = asked.stream()
                .map(one -> new ProfileColumn.Builder(one.isOfWords()))
                .toList();
        rows.rows(
                jooq.select(asked.stream().map(AskedColumn::value).toList())
                        .from(ProfileTable.PROFILE)
                        .orderBy(ProfileTable.USER_ID),
                row -> {
                    for (int place = 0; place < columns.size(); place++) {
                        columns.get(place).add(row, place);
                    }
                });
        if (!revision().equals(revision)) {
            throw new ProfilesMoved();
        }
        return columns;
    }
}
