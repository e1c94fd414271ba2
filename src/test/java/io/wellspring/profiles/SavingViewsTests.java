package io.wellspring.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.WellspringTest;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import io.wellspring.staff.StaffMember;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

@WellspringTest
@AsStaff(Role.OPERATOR)
class SavingViewsTests {

    private static final Map<String, String> LOST =
            Map.of("class", "000", "sort", "net", "dir", "desc", "columns", "class,net");
    private static final Map<String, String> BEST =
            Map.of("class", "111", "sort", "net", "dir", "desc", "columns", "net");

    @Autowired
    ViewBook book;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsAListUnderAName() {
        long id = book.save("  Lost ones ", LOST, false, false);

        ListView view = only();
        assertThat(view.id()).isEqualTo(id);
        assertThat(view.name()).isEqualTo("Lost ones");
        assertThat(view.parameters()).isEqualTo(LOST);
        assertThat(view.own()).isTrue();
        assertThat(view.shared()).isFalse();
        assertThat(audited()).isEmpty();
    }

    @Test
    void savesAFormSentTwiceOnce() {
        long id = book.save("Lost", LOST, true, true);

        assertThat(book.save("lost", LOST, true, true)).isEqualTo(id);

        assertThat(book.views()).hasSize(1);
        assertThat(audited()).containsExactly("list-view.shared");
    }

    @Test
    void refusesANameThatIsTakenOrNone() {
        book.save("Lost", LOST, false, false);
        long best = book.save("Best", BEST, false, false);

        assertThatThrownBy(() -> book.save("LOST", BEST, false, false)).isInstanceOf(ViewNameTaken.class);
        assertThatThrownBy(() -> book.describe(best, "lost", false, 0)).isInstanceOf(ViewNameTaken.class);
        assertThatThrownBy(() -> book.save("  ", BEST, false, false)).isInstanceOf(ViewNameMissing.class);
        book.save("x".repeat(ViewBook.LONGEST_NAME), BEST, false, false);
        assertThatThrownBy(() -> book.save("x".repeat(ViewBook.LONGEST_NAME + 1), BEST, false, false))
                .isInstanceOf(ViewNameMissing.class);
    }

    @Test
    void refusesMoreThanAPageCanOffer() {
        for (int i = 0; i < ViewBook.MOST_VIEWS; i++) {
            book.save("view " + i, LOST, false, false);
        }
        assertThatThrownBy(() -> book.save("one more", LOST, false, false)).isInstanceOf(TooManyViews.class);
    }

    @Test
    void refusesAChangeOfWhatWasChangedMeanwhile() {
        long id = book.save("Lost", LOST, false, false);
        book.update(id, BEST, 0);

        assertThatThrownBy(() -> book.describe(id, "Gone", false, 0)).isInstanceOf(ViewChangedMeanwhile.class);
        assertThatThrownBy(() -> book.update(id, LOST, 0)).isInstanceOf(ViewChangedMeanwhile.class);
        book.update(id, BEST, 0);
        assertThat(only().parameters()).isEqualTo(BEST);
        assertThat(only().version()).isEqualTo(1);
    }

    @Test
    void showsSharedOnesToOthersWhoCannotChangeThem() {
        long id = book.save("Lost", LOST, true, false);
        long mine = book.save("Best", BEST, false, false);

        as(77, () -> {
            ListView seen = only();
            assertThat(seen.id()).isEqualTo(id);
            assertThat(seen.own()).isFalse();
            assertThat(seen.owner()).isEqualTo("Ann");
            assertThatThrownBy(() -> book.describe(id, "Mine", true, 0)).isInstanceOf(ViewOfAnother.class);
            assertThatThrownBy(() -> book.update(id, BEST, 0)).isInstanceOf(ViewOfAnother.class);
            assertThatThrownBy(() -> book.delete(id)).isInstanceOf(ViewOfAnother.class);
            assertThatThrownBy(() -> book.delete(mine)).isInstanceOf(NoSuchView.class);
            assertThatThrownBy(() -> book.open(Optional.of(mine))).isInstanceOf(NoSuchView.class);
            book.save("Lost", LOST, false, false);
            assertThat(book.views()).hasSize(2);
        });
    }

    @Test
    void opensOneFirstUntilItIsGone() {
        long id = book.save("Lost", LOST, true, false);
        as(77, () -> {
            book.open(Optional.of(id));
            assertThat(only().opens()).isTrue();
        });
        assertThat(only().opens()).isFalse();

        book.describe(id, "Lost", false, 0);
        as(77, () -> assertThat(book.views()).isEmpty());
        book.describe(id, "Lost", true, 1);
        as(77, () -> assertThat(only().opens()).isTrue());

        book.delete(id);
        book.delete(id);
        as(77, () -> {
            assertThat(book.views()).isEmpty();
            book.open(Optional.empty());
            book.open(Optional.empty());
        });
        assertThat(audited())
                .containsExactly("list-view.shared", "list-view.withdrawn", "list-view.shared", "list-view.deleted");
    }

    @Test
    void auditsChangesOfSharedOnesOnly() {
        long own = book.save("Best", BEST, false, false);
        book.update(own, LOST, 0);
        book.delete(own);
        assertThat(audited()).isEmpty();

        long shared = book.save("Lost", LOST, true, false);
        book.update(shared, BEST, 0);
        book.describe(shared, "Best", true, 1);
        assertThat(audited()).containsExactly("list-view.shared", "list-view.changed", "list-view.changed");
    }

    @Test
    void remembersTheColumnsOfEachMemberOfStaff() {
        assertThat(book.columns()).isEqualTo(ListColumn.USUAL);

        book.show(List.of(ListColumn.NET, ListColumn.CITY));
        book.show(List.of(ListColumn.NET, ListColumn.CITY));

        assertThat(book.columns()).containsExactly(ListColumn.NET, ListColumn.CITY);
        as(77, () -> assertThat(book.columns()).isEqualTo(ListColumn.USUAL));
        assertThatThrownBy(() -> book.show(List.of())).isInstanceOf(NoColumns.class);
        jdbc.sql("update profiles.list_habit set columns = '{gone,city}'").update();
        assertThat(book.columns()).containsExactly(ListColumn.CITY);
    }

    private ListView only() {
        List<ListView> views = book.views();
        assertThat(views).hasSize(1);
        return views.getFirst();
    }

    private List<String> audited() {
        return jdbc.sql("select action from audit.entry where action like 'list-view.%' order by id")
                .query(String.class)
                .list();
    }

    private static void as(long id, Runnable work) {
        SecurityContext before = SecurityContextHolder.getContext();
        StaffMember ben = new StaffMember(id, "ben@example.org", "Ben", Role.OPERATOR);
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new TestingAuthenticationToken(ben, null, "ROLE_OPERATOR")));
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
