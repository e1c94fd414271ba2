package io.wellspring.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.rfm.RfmScoring;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Saved views, columns, order and totals as the pages have them. */
@WellspringTest
@AsStaff
class UserListPagesTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    RfmScoring scoring;

    @Autowired
    ProfileRefresh profiles;

    @Autowired
    ViewBook views;

    @Autowired
    JdbcClient jdbc;

    private UserId ann;
    private SecurityContext loggedIn;

    @BeforeEach
    void people() {
        loggedIn = SecurityContextHolder.getContext();
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        facts.user("bob", "2026-01-01");
        facts.order(ann, "2026-06-20", 1000);
        facts.order(ann, "2026-06-29", 2000);
        metrics.refreshAll(AS_OF, 365);
        scoring.run(AS_OF);
        profiles.refreshAll();
    }

    @Test
    void findsAnExternalIdInCapitalsOrSmallLetters() {
        for (String typed : List.of("X-bob", "x-bob", "X-BOB")) {
            jdbc.sql("update users.identity set value = :kept where lower(value) = 'x-bob' and kind = 'EXTERNAL_ID'")
                    .param("kept", typed.equals("x-bob") ? "X-BOB" : typed.equals("X-BOB") ? "x-bob" : "X-bob")
                    .update();
            assertThat(get("/users?q=" + typed)).as(typed).bodyText().contains("aria-label=\"Tick b**");
        }
    }

    @Test
    void saysThatAViewIsNotThereOrNotShared() {
        assertThat(get("/users?view=99"))
                .hasStatusOk()
                .bodyText()
                .contains("There is no such view, or it is not shared with you. The list shows all users.");
        assertThat(get("/users?view=99&orders-min=1"))
                .bodyText()
                .contains("The address still says which users to list.");
        assertThat(get("/users?view=all")).bodyText().doesNotContain("no such view");
    }

    @Test
    void savesOpensUpdatesAndDeletesAView() {
        assertThat(post(
                        "/users/views",
                        "name",
                        "Buyers",
                        "orders-min",
                        "1",
                        "sort",
                        "orders",
                        "dir",
                        "asc",
                        "q",
                        "X-ann"))
                .hasStatus(302);
        ListView view = saved().getFirst();
        assertThat(view.parameters())
                .containsEntry("orders-min", "1")
                .containsEntry("sort", "orders")
                .containsEntry("columns", ListColumn.codes(ListColumn.USUAL))
                .doesNotContainKey("q");
        String address = "/users?orders-min=1&sort=orders&dir=asc&columns=" + ListColumn.codes(ListColumn.USUAL)
                + "&view=" + view.id();

        assertThat(get(address))
                .hasStatusOk()
                .bodyText()
                .contains("<h1>Buyers</h1>", "X-ann")
                .doesNotContain("X-bob", "Update “Buyers”");
        assertThat(get(address.replace("orders-min=1", "orders-min=2")))
                .bodyText()
                .contains("Update “Buyers”");
        assertThat(post("/users/views/" + view.id() + "/list", "version", "0", "orders-min", "2"))
                .hasStatus(302);
        assertThat(saved().getFirst().parameters()).containsEntry("orders-min", "2");
        assertThat(get("/users/views"))
                .hasStatusOk()
                .bodyText()
                .contains("Buyers")
                .doesNotContain("??");
        assertThat(post(
                        "/users/views/" + view.id() + "/description",
                        "version",
                        "1",
                        "name",
                        "Regulars",
                        "shared",
                        "true"))
                .hasRedirectedUrl("/users/views");
        assertThat(post("/users/views/" + view.id() + "/removal")).hasRedirectedUrl("/users/views");
        assertThat(post("/users/views/" + view.id() + "/removal")).hasRedirectedUrl("/users/views");
        assertThat(get(address)).hasStatusOk().bodyText().contains("The view is gone", "X-ann");
    }

    @Test
    void opensTheFirstViewWithoutParametersAndEveryoneWhenAsked() {
        post("/users/views", "name", "Buyers", "orders-min", "1", "opens", "true");
        long id = saved().getFirst().id();

        assertThat(redirected(get("/users"))).contains("orders-min=1", "view=" + id);
        assertThat(get("/users?view=all")).hasStatusOk().bodyText().contains("X-bob");
        assertThat(post("/users/views/opening")).hasStatus(302);
        assertThat(get("/users")).hasStatusOk();
        assertThat(post("/users/views/opening", "view", "999")).hasStatus(404);
    }

    @Test
    void countsTagsAtOnceUpToTwentyThousandUsersAndBeyondWhenSomebodyReachesForThem() {
        long tag = tagged(ann);
        others(20_000 - 2);
        assertThat(get("/users")).bodyText().contains("gold (1)").doesNotContain("/users/tag-choices");

        others(1);
        assertThat(get("/users")).bodyText().contains("hx-get=\"/users/tag-choices\"", ">gold<");
        assertThat(get("/users/tag-choices?tag=" + tag))
                .hasStatusOk()
                .bodyText()
                .contains("Any tags", "<option value=\"" + tag + "\" selected=\"selected\">gold (1)</option>")
                .doesNotContain("<html", "<select");
    }

    private void others(int users) {
        jdbc.sql("""
                        insert into users.users (external_id, touched_by, created_by, created_at, updated_at)
                        select 'O-' || gen_random_uuid(), 1, 1, timestamptz '2026-01-01', timestamptz '2026-01-01'
                        from generate_series(1, :users)
                        """).param("users", users).update();
        SecurityContextHolder.setContext(loggedIn);
        profiles.refreshAll();
    }

    private long tagged(UserId user) {
        return jdbc.sql("""
                        with made_group as (
                          insert into tags.tag_group (name, created_at) values ('Level', timestamptz '2026-01-01') returning group_id
                        ), made as (
                          insert into tags.tag (group_id, name, colour, created_at)
                          select group_id, 'gold', 1, timestamptz '2026-01-01'
                          from made_group
                          returning tag_id
                        )
                        insert into tags.user_tag (user_id, tag_id, intake_id, since)
                        select :user, tag_id, 1, timestamptz '2026-01-01'
                        from made
                        returning tag_id
                        """).param("user", user.value()).query(Long.class).single();
    }

    @Test
    void refusesATakenNameAndAStaleChange() {
        post("/users/views", "name", "Buyers", "orders-min", "1");
        long id = saved().getFirst().id();

        assertThat(post("/users/views", "name", "buyers", "orders-min", "2")).hasStatus(409);
        assertThat(post("/users/views/" + id + "/list", "version", "7", "orders-min", "2"))
                .hasStatus(409);
        assertThat(post("/users/views", "name", " ")).hasStatus(422);
    }

    @Test
    void aViewWhoseSegmentOrTagIsGoneSaysSoAndOpens() {
        post("/users/views", "name", "Members", "segment", "999");
        post("/users/views", "name", "Tagged", "tag", "999");
        post("/users/views", "name", "Grouped", "tag", "G999");
        post("/users/views", "name", "Ruled", "rule", "nonsense");

        for (ListView view : saved()) {
            StringBuilder address = new StringBuilder("/users?view=" + view.id());
            view.parameters()
                    .forEach((name, value) ->
                            address.append("&").append(name).append("=").append(value));
            for (String language : new String[] {"en", "zh-CN"}) {
                assertThat(mvc.get().uri(address.toString()).header("Accept-Language", language))
                        .as(view.name())
                        .hasStatusOk()
                        .bodyText()
                        .contains(language.equals("en") ? "So it shows nobody" : "不显示任何用户")
                        .doesNotContain("X-ann", "X-bob", "??");
            }
        }
        assertThat(get("/users?segment=999")).hasStatus(404);
    }

    @Test
    void choosesColumnsForTheListAndItsExport() {
        assertThat(get("/users/columns?shown=net&shown=city&up=city&add=rhythm"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("value=\"city\"", "value=\"net\"", "value=\"rhythm\"");
        assertThat(get("/users/columns?shown=net&shown=city&remove=net&usual=yes"))
                .hasStatusOk();
        assertThat(post("/users/columns", "shown", "city", "shown", "window-net", "sort", "orders"))
                .hasStatus(302);

        assertThat(get("/users?sort=orders"))
                .bodyText()
                .containsSubsequence("City", "Net amount in the window", "Hangzhou", "30.00")
                .doesNotContain("R · F · M");
        assertThat(post("/users/export", "orders-min", "1"))
                .bodyText()
                .startsWith("\ufeffExternal id,Name,Phone,E-mail,City,Net amount in the window")
                .contains("Hangzhou,30.00");
        assertThat(jdbc.sql("select after ->> 'columns' from audit.entry where action = 'users.exported'")
                        .query(String.class)
                        .single())
                .isEqualTo("city,window-net");
        assertThat(post("/users/columns")).hasStatus(422);
    }

    @Test
    void columnsOfAnOpenViewBelongToTheView() {
        post("/users/views", "name", "Buyers", "orders-min", "1");
        long id = saved().getFirst().id();

        MvcTestResult answer = post("/users/columns", "view", "" + id, "orders-min", "1", "shown", "city");

        assertThat(redirected(answer)).contains("columns=city", "view=" + id);
        assertThat(chosen()).isEqualTo(ListColumn.USUAL);
        assertThat(get(redirected(answer))).bodyText().contains("Update “Buyers”");
    }

    @Test
    void showsEveryColumnAndSortsByEachThatCanBe() {
        String columns = "&columns=" + ListColumn.codes(ListColumn.ALL);
        for (ProfileSort sort : ProfileSort.ALL) {
            for (String dir : new String[] {"asc", "desc"}) {
                assertThat(get("/users?sort=" + sort.parameter() + "&dir=" + dir + columns))
                        .as(sort.parameter())
                        .hasStatusOk()
                        .bodyText()
                        .contains("aria-sort=\"" + dir)
                        .doesNotContain("??");
            }
        }
        assertThat(post("/users/export", "columns", ListColumn.codes(ListColumn.ALL)))
                .bodyText()
                .hasLineCount(3);
    }

    @Test
    void filtersOnByWhatItsFormDoesNotAskFor() {
        String page = body(get("/users?channel=shop&city=Hangzhou&stage=NEW&q=ann&columns=net"));
        String form = page.substring(page.indexOf("class=\"ws-filters\""));
        form = form.substring(0, form.indexOf("</form>"));

        assertThat(form)
                .contains("<input type=\"hidden\" name=\"channel\" value=\"shop\"/>")
                .contains("<input type=\"hidden\" name=\"city\" value=\"Hangzhou\"/>")
                .contains("<input type=\"hidden\" name=\"columns\" value=\"net\"/>")
                .doesNotContain("type=\"hidden\" name=\"stage\"")
                .doesNotContain("type=\"hidden\" name=\"q\"");
    }

    @Test
    void countsAListBesideIt() {
        assertThat(get("/users/totals?orders-min=1"))
                .hasStatusOk()
                .bodyText()
                .contains("The one user of this list", "30.00")
                .doesNotContain("<table");
        assertThat(get("/users?orders-min=1&count=yes")).bodyText().contains("Users: 1 ");
    }

    @Test
    void offersTagsByGroupWithTheirUsers() {
        long group = jdbc.sql(
                        "insert into tags.tag_group (name, created_at) values ('Level', timestamptz '2026-01-01') returning group_id")
                .query(Long.class)
                .single();
        long tag = jdbc.sql(
                        "insert into tags.tag (group_id, name, colour, created_at) values (:group, 'gold', 1, timestamptz '2026-01-01') returning tag_id")
                .param("group", group)
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into tags.user_tag (user_id, tag_id, intake_id, since) values (:user, :tag, 1, timestamptz '2026-01-01')")
                .param("user", ann.value())
                .param("tag", tag)
                .update();

        assertThat(get("/users?tag=G" + group))
                .bodyText()
                .contains("<optgroup label=\"Level\">", "gold (1)", "any of “Level”", "X-ann", "Remove this filter")
                .doesNotContain("X-bob");
        MvcTestResult tagging = get("/users/tagging?which=" + tag + "&orders-max=0&columns=city&view=5");
        assertThat(tagging).hasStatusOk();
        Matcher number = Pattern.compile("Give “gold” to (\\d+)").matcher(body(tagging));
        assertThat(number.find()).isTrue();
        assertThat(number.group(1)).isEqualTo("1");
    }

    /** A request leaves nobody logged in behind. */
    private List<ListView> saved() {
        SecurityContextHolder.setContext(loggedIn);
        return views.views();
    }

    private List<ListColumn> chosen() {
        SecurityContextHolder.setContext(loggedIn);
        return views.columns();
    }

    private static String redirected(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).header("Accept-Language", "en").exchange();
    }

    private MvcTestResult post(String address, String... parameters) {
        var request = mvc.post().uri(address).with(csrf()).header("Accept-Language", "en");
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
