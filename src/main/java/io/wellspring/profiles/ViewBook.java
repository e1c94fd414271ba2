package io.wellspring.profiles;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.StaffMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists of users that members of staff come back to, and how theirs opens. A view belongs to who saved it; shared, others see it as it
 * is. Asking for the same twice does nothing the second time.
 */
@Service
@ForOperators
@Transactional
@RequiredArgsConstructor
public class ViewBook {

    public static final int LONGEST_NAME = 80;
    public static final int MOST_VIEWS = 50;

    private final SavedViews views;
    private final ListHabits habits;
    private final ViewQueries queries;
    private final AuditTrail auditTrail;
    private final CurrentStaff currentStaff;
    private final BusinessClock clock;
    private final JdbcClient jdbc;

    /** The current member of staff's own views and those others share, by name. */
    @Transactional(readOnly = true)
    public List<ListView> views() {
        return queries.views(currentStaff.get().id());
    }

    /** The columns the current member of staff has chosen for lists that say none. */
    @Transactional(readOnly = true)
    public List<ListColumn> columns() {
        return currentStaff
                .find()
                .map(me -> ListColumn.of(queries.columns(me.id())))
                .filter(chosen -> !chosen.isEmpty())
                .orElse(ListColumn.USUAL);
    }

    /**
     * Remembers which columns lists are to have, and in which order.
     *
     * @throws NoColumns if there are none
     */
    public void show(List<ListColumn> columns) {
        if (columns.isEmpty()) {
            throw new NoColumns();
        }
        StaffMember me = held();
        ListHabit habit = habit(me);
        habit.show(columns);
        habits.save(habit);
    }

    /**
     * Saves a list under a name.
     *
     * @return its number
     * @throws ViewNameMissing if there is no name, or too much of it
     * @throws ViewNameTaken if the member of staff has another view of this name
     * @throws TooManyViews if there are {@value #MOST_VIEWS} already
     */
    public long save(String name, Map<String, String> parameters, boolean shared, boolean opens) {
        StaffMember me = held();
        String wanted = named(name);
        Optional<SavedView> there = views.findByOwnerIdAndNameIgnoreCase(me.id(), wanted);
        if (there.isPresent() && !there.get().holds(parameters)) {
            throw new ViewNameTaken(wanted);
        }
        if (there.isEmpty() && views.countByOwnerId(me.id()) >= MOST_VIEWS) {
            throw new TooManyViews(MOST_VIEWS);
        }
        SavedView view = there.orElseGet(() -> {
            SavedView saved = views.saveAndFlush(new SavedView(me, wanted, parameters, shared, clock.now()));
            if (shared) {
                record("list-view.shared", saved, Map.of(), facts(saved));
            }
            return saved;
        });
        if (opens) {
            open(me, Optional.of(view.getId()));
        }
        return view.getId();
    }

    /**
     * Gives a view another name, and shares it or keeps it to its owner.
     *
     * @param seenVersion as it was seen
     * @throws NoSuchView if it is gone
     * @throws ViewOfAnother if somebody else saved it
     * @throws ViewChangedMeanwhile if it has changed since
     * @throws ViewNameTaken if another of the owner's views has this name
     */
    public void describe(long id, String name, boolean shared, long seenVersion) {
        StaffMember me = held();
        SavedView view = own(id, me);
        String wanted = named(name);
        if (view.getName().equals(wanted) && view.isShared() == shared) {
            return;
        }
        requireSeen(view, seenVersion);
        if (views.findByOwnerIdAndNameIgnoreCase(me.id(), wanted)
                .filter(other -> !other.getId().equals(id))
                .isPresent()) {
            throw new ViewNameTaken(wanted);
        }
        Map<String, Object> before = facts(view);
        boolean wasShared = view.isShared();
        view.rename(wanted, clock.now());
        view.share(shared, clock.now());
        views.saveAndFlush(view);
        if (wasShared || shared) {
            String action =
                    wasShared == shared ? "list-view.changed" : shared ? "list-view.shared" : "list-view.withdrawn";
            record(action, view, before, facts(view));
        }
    }

    /**
     * Lets a view hold another list.
     *
     * @param seenVersion as it was seen
     * @throws NoSuchView if it is gone
     * @throws ViewOfAnother if somebody else saved it
     * @throws ViewChangedMeanwhile if it has changed since
     */
    public void update(long id, Map<String, String> parameters, long seenVersion) {
        SavedView view = own(id, held());
        if (view.holds(parameters)) {
            return;
        }
        requireSeen(view, seenVersion);
        Map<String, Object> before = facts(view);
        view.hold(parameters, clock.now());
        views.saveAndFlush(view);
        if (view.isShared()) {
            record("list-view.changed", view, before, facts(view));
        }
    }

    /**
     * Deletes a view; what is gone already stays gone.
     *
     * @throws ViewOfAnother if somebody else saved it
     */
    public void delete(long id) {
        StaffMember me = held();
        if (views.findById(id).isEmpty()) {
            return;
        }
        SavedView view = own(id, me);
        if (view.isShared()) {
            record("list-view.deleted", view, facts(view), Map.of());
        }
        views.delete(view);
    }

    /**
     * Says which view opens for the current member of staff where no other list was asked for; empty for all users.
     *
     * @throws NoSuchView if it is gone or no longer shared
     */
    public void open(Optional<Long> id) {
        StaffMember me = held();
        id.ifPresent(view -> seen(view, me));
        open(me, id);
    }

    private void open(StaffMember me, Optional<Long> id) {
        ListHabit habit = habit(me);
        habit.open(id);
        habits.save(habit);
    }

    private ListHabit habit(StaffMember me) {
        return habits.findById(me.id()).orElseGet(() -> new ListHabit(me.id()));
    }

    /** The current member of staff, who changes one thing at a time. */
    private StaffMember held() {
        StaffMember me = currentStaff.get();
        jdbc.sql(sql("profiles/hold-views")).param("staff", me.id()).query(rows -> {});
        return me;
    }

    private SavedView own(long id, StaffMember me) {
        SavedView view = seen(id, me);
        if (!view.isOf(me)) {
            throw new ViewOfAnother(view.getName(), view.getOwnerName());
        }
        return view;
    }

    private SavedView seen(long id, StaffMember me) {
        return views.findById(id).filter(view -> view.isSeenBy(me)).orElseThrow(() -> new NoSuchView(id));
    }

    private static void requireSeen(SavedView view, long seenVersion) {
        if (view.getVersion() != seenVersion) {
            throw new ViewChangedMeanwhile(view.getName());
        }
    }

    private static String named(String name) {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            throw new ViewNameMissing(LONGEST_NAME);
        }
        return wanted;
    }

    private static Map<String, Object> facts(SavedView view) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", view.getName());
        facts.put("shared", view.isShared());
        facts.putAll(ListView.read(view.getParameters()));
        return facts;
    }

    private void record(String action, SavedView view, Map<String, ?> before, Map<String, ?> after) {
        auditTrail.record(new ViewAction(action, view.getId(), before, after));
    }

    private record ViewAction(String action, long view, Map<String, ?> before, Map<String, ?> after)
            implements Audited {

        @Override
        public String subject() {
            return "list view " + view;
        }
    }
}
