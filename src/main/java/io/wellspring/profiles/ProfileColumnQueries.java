package io.wellspring.profiles;

import io.wellspring.shared.BulkRead;
import io.wellspring.shared.CopyRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import lombok.RequiredArgsConstructor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads whole columns of all profiles, in the order in which they lie, which costs a fraction of that of their users. Every refresh gives the
 * profiles a revision they never had before, in the transaction in which it changes them: if the revision is the expected one after rows were
 * read, all of them are of its state.
 */
@Component
@Transactional(readOnly = true, noRollbackFor = ProfilesMoved.class)
@RequiredArgsConstructor
class ProfileColumnQueries {

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
        LongStream.Builder users = LongStream.builder();
        LongStream.Builder net = LongStream.builder();
        LongStream.Builder windowNet = LongStream.builder();
        read(Optional.of(revision), List.of(ProfileTable.USER_ID, ProfileTable.NET, ProfileTable.WINDOW_NET), row -> {
            users.add(row.number(0));
            net.add(row.number(1));
            windowNet.add(row.number(2));
        });
        return ProfileState.of(
                revision,
                users.build().toArray(),
                net.build().toArray(),
                windowNet.build().toArray());
    }

    /**
     * Some columns, all in one pass: what a pass costs is its rows rather than its columns.
     *
     * @throws ProfilesMoved if profiles are in another state by now
     */
    List<ProfileColumn> columns(ProfileState state, List<? extends AskedColumn> asked) {
        List<ProfileColumn.Builder> columns = asked.stream()
                .map(one -> new ProfileColumn.Builder(one.isOfWords(), state.size()))
                .toList();
        List<Field<?>> values = new ArrayList<>(List.of(ProfileTable.USER_ID));
        asked.forEach(one -> values.add(one.value()));
        read(state.revision(), values, row -> {
            int place = state.place(row.number(0));
            // Somebody who came since: that the profiles have moved on is found out below.
            if (place >= 0) {
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).put(place, row, i + 1);
                }
            }
        });
        return columns.stream().map(ProfileColumn.Builder::build).toList();
    }

    private void read(Optional<UUID> revision, List<Field<?>> values, Consumer<CopyRow> taker) {
        rows.rows(jooq.select(values).from(ProfileTable.PROFILE), taker);
        if (!revision().equals(revision)) {
            throw new ProfilesMoved();
        }
    }
}
