package io.wellspring.profiles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SortOrder;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Reads one page of a sorted list from where it begins in an index, whether that is at the front, at the end or in between. */
@Component
@RequiredArgsConstructor
class ProfilePaging {

    private final DSLContext jooq;
    private final ProfileConditions conditions;

    /** @param totals what is known of the whole list; without it the last page is a full one */
    ProfilePage page(
            ProfileFilter filter,
            ProfileSort sort,
            boolean descending,
            ProfileWindow window,
            int size,
            Optional<ProfilePage.Totals> totals) {
        boolean backwards = window instanceof ProfileWindow.Last || window instanceof ProfileWindow.Before;
        int length = window instanceof ProfileWindow.Last
                ? totals.map(known -> lastPage(known.users(), size)).orElse(size)
                : size;
        List<Found> found = read(
                filter,
                sort,
                descending,
                backwards,
                switch (window) {
                    case ProfileWindow.First first -> Optional.empty();
                    case ProfileWindow.Last last -> Optional.empty();
                    case ProfileWindow.After after -> Optional.of(after.mark());
                    case ProfileWindow.Before before -> Optional.of(before.mark());
                },
                length + 1);
        boolean more = found.size() > length;
        if (more) {
            found.removeLast();
        }
        if (backwards) {
            Collections.reverse(found);
        }
        boolean before = backwards ? more : !(window instanceof ProfileWindow.First);
        boolean after = backwards ? !(window instanceof ProfileWindow.Last) : more;
        return new ProfilePage(
                found.stream().map(one -> ProfileRows.profile(one.row())).toList(),
                before && !found.isEmpty() ? Optional.of(found.getFirst().mark()) : Optional.empty(),
                after && !found.isEmpty() ? Optional.of(found.getLast().mark()) : Optional.empty(),
                totals);
    }

    private record Found(Record row, SortRun run) {

        ProfileWindow.Mark mark() {
            return new ProfileWindow.Mark(
                    run.placeOf(row), new io.wellspring.shared.UserId(row.get(ProfileColumns.USER_ID)));
        }
    }

    private List<Found> read(
            ProfileFilter filter,
            ProfileSort sort,
            boolean descending,
            boolean backwards,
            Optional<ProfileWindow.Mark> from,
            int rows) {
        Condition condition = conditions.of(filter);
        List<SortRun> runs = sort.runs(descending);
        if (backwards) {
            Collections.reverse(runs);
        }
        int begin = from.map(mark -> runOf(runs, mark, sort)).orElse(0);
        List<Found> found = new ArrayList<>();
        for (int i = begin; i < runs.size() && found.size() < rows; i++) {
            SortRun run = runs.get(i);
            SortOrder order = run.order(descending, backwards);
            Condition beyond =
                    i == begin && from.isPresent() ? beyond(run, from.get(), order, sort) : DSL.noCondition();
            List<SelectField<?>> columns = Stream.concat(
                            ProfileRows.COLUMNS.stream(), Stream.<SelectField<?>>of(run.placeField()))
                    .toList();
            jooq.select(columns)
                    .from(ProfileTable.PROFILE)
                    .where(condition.and(run.condition()).and(beyond))
                    .orderBy(run.sorting(order, ProfileColumns.USER_ID))
                    .limit(limit(filter, rows - found.size()))
                    .fetch()
                    .forEach(row -> found.add(new Found(row, run)));
        }
        return found;
    }

    /**
     * Where everybody is listed there is one plan, whichever the place, and the database keeps it once it knows how few rows are wanted. What a
     * filter lets through depends on its values, so that such a list is planned each time.
     */
    private static Field<Integer> limit(ProfileFilter filter, int rows) {
        return filter.equals(ProfileFilter.everyone()) ? DSL.inline(rows) : DSL.val(rows);
    }

    private static int runOf(List<SortRun> runs, ProfileWindow.Mark mark, ProfileSort sort) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).holds(mark.value())) {
                return i;
            }
        }
        throw new UnreadablePlace(sort, mark.toString());
    }

    private static Condition beyond(SortRun run, ProfileWindow.Mark mark, SortOrder order, ProfileSort sort) {
        try {
            return run.beyond(mark.value(), ProfileColumns.USER_ID, mark.user().value(), order);
        } catch (RuntimeException e) {
            throw new UnreadablePlace(sort, mark.toString());
        }
    }

    private static int lastPage(long users, int size) {
        int rest = (int) (users % size);
        return rest == 0 ? size : rest;
    }
}
