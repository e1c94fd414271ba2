package io.wellspring.tags.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.BackgroundStaff;
import io.wellspring.staff.Role;
import io.wellspring.tags.Choice;
import io.wellspring.tags.GroupDraft;
import io.wellspring.tags.TagCatalogue;
import io.wellspring.tags.TagDraft;
import io.wellspring.tags.TagFeeding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WellspringTest
@AsStaff(Role.MANAGER)
class TagPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TagCatalogue catalogue;

    @Autowired
    private ProfileRefresh profiles;

    @Autowired
    private BackgroundStaff system;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TagFeeding feeding;

    private UserId ann;
    private UserId bob;
    private long levels;
    private long gold;
    private long silver;

    @BeforeEach
    void tagsAndPeople() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-01");
        system.run(() -> {
            profiles.refreshAll();
            levels = catalogue.create(new GroupDraft("Level", Choice.SINGLE, "how far"));
            gold = catalogue.create(draft("gold"));
            silver = catalogue.create(draft("silver"));
        });
    }

    @Test
    void everyPageSpeaksBothLanguages() {
        post("/users/" + ann + "/tags", "tag", gold);
        for (String address : List.of(
                "/tags",
                "/tags/coverage",
                "/tags/new",
                "/tags/groups/new",
                "/tags/groups/" + levels,
                "/tags/" + gold,
                "/tags/" + gold + "/merge",
                "/tags/" + gold + "/merge?into=" + silver,
                "/tags/" + gold + "/deletion",
                "/users/" + ann,
                "/users/" + ann + "/tags",
                "/users?tag=" + gold,
                "/users?tag=NONE",
                "/users/tagging",
                "/users/tagging?doing=TAKE&which=" + gold,
                "/users/tagging?which=" + silver)) {
            for (String language : List.of("en", "zh-CN")) {
                assertThat(mvc.get()
                                .uri(address)
                                .header("Accept-Language", language)
                                .exchange())
                        .as(address)
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain("??");
            }
        }
    }

    @Test
    void aListSaysWhatTheTagWasItAsksFor() {
        post("/tags/" + silver + "/merge", "into", gold);
        assertThat(get("/users?tag=" + silver))
                .bodyText()
                .contains("The tag this list asks for was merged into “gold”.", "a tag merged into “gold”");
        post("/tags/" + gold + "/deletion");
        assertThat(get("/users?tag=" + gold))
                .bodyText()
                .contains("The tag “gold” this list asks for was deleted.", "“gold”, which was deleted");
        assertThat(get("/users?tag=999999")).bodyText().contains("The tag or tag group this list asks for is gone.");
    }

    @Test
    void everyCountLeadsToTheUsersBehindIt() {
        post("/users/" + ann + "/tags", "tag", gold);
        assertThat(get("/tags")).bodyText().contains("href=\"/users?tag=" + gold + "\">1<", "50.0%");
        assertThat(get("/users?tag=" + gold))
                .bodyText()
                .contains("X-ann", "Level · gold")
                .doesNotContain("X-bob");
        assertThat(get("/users?tag=NONE")).bodyText().contains("X-bob").doesNotContain("X-ann");
        assertThat(get("/users?tag=ANY")).bodyText().contains("X-ann").doesNotContain("X-bob");
        assertThat(get("/tags/coverage")).bodyText().contains("/users?tag=NONE", "50.0%");
        assertThat(get("/users?tag=gold")).hasStatus(422);
    }

    @Test
    void saysWhatWillBeHere() {
        jdbc.sql("truncate tags.tag_group, tags.user_tag cascade").update();
        assertThat(get("/tags")).bodyText().contains("No tags yet", "/tags/groups/new");
        assertThat(get("/tags/new")).bodyText().contains("Make the group first");
        assertThat(get("/users/tagging")).bodyText().contains("There are no tags to give yet");
    }

    @Test
    void oneUserIsTaggedAndUntagged() {
        assertThat(post("/users/" + ann + "/tags", "tag", silver)).hasRedirectedUrl("/users/" + ann + "/tags");
        post("/users/" + ann + "/tags", "tag", gold, "from", "user");
        assertThat(tagsOf(ann)).containsExactly("gold");
        assertThat(get("/users/" + ann + "/tags")).bodyText().contains("by Ann", "lost", "/tags/" + gold + "/removal");

        assertThat(post("/users/" + ann + "/tags/" + gold + "/removal", "from", "user"))
                .hasRedirectedUrl("/users/" + ann);
        assertThat(tagsOf(ann)).isEmpty();
        assertThat(post("/users/999/tags", "tag", gold)).hasStatus(404);
        assertThat(get("/users/999/tags")).hasStatus(404);
    }

    @Test
    void thePartForTheUsersPageIsNoWholePage() {
        assertThat(mvc.get()
                        .uri("/users/" + ann + "/tags")
                        .header("HX-Request", "true")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("id=\"tags\"", "name=\"from\"")
                .doesNotContain("<html");
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void aListIsTaggedAfterSayingWhomItTouches() {
        assertThat(get("/users/tagging?city=Hangzhou&which=" + gold))
                .bodyText()
                .contains("All 2 users of the list · City: Hangzhou", "to 2<", "name=\"seen\" value=\"2\"");
        assertThat(post("/users/tagging", "city", "Hangzhou", "doing", "GIVE", "which", gold, "seen", "3"))
                .as("others by now")
                .hasStatus(409)
                .bodyText()
                .contains("nothing was done", "name=\"seen\" value=\"2\"");
        assertThat(tagsOf(ann)).isEmpty();
        assertThat(post("/users/tagging", "city", "Hangzhou", "doing", "GIVE", "which", gold, "seen", "2"))
                .hasRedirectedUrl("/users?city=Hangzhou&sort=net&dir=desc");
        assertThat(tagsOf(ann)).containsExactly("gold");

        post("/users/tagging", "ticked", "yes", "user", bob, "doing", "GIVE", "which", silver);
        assertThat(tagsOf(bob)).containsExactly("silver");
        post("/users/tagging", "tag", gold, "doing", "TAKE", "which", gold);
        assertThat(tagsOf(ann)).isEmpty();
        assertThat(jdbc.sql("select count(*) from audit.entry where action in ('tag.given', 'tag.taken')")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void nobodyTickedIsNotEverybody() {
        assertThat(get("/users/tagging?ticked=yes&which=" + gold)).hasStatus(422);
        assertThat(post("/users/tagging", "ticked", "yes", "doing", "GIVE", "which", gold))
                .hasStatus(422);
        assertThat(tagsOf(ann)).isEmpty();
    }

    @Test
    void refusalsStandAtTheirFields() {
        assertThat(post("/tags", "name", "gold", "groupId", levels))
                .hasStatus(422)
                .bodyText()
                .contains("called “gold” already");
        assertThat(post("/tags", "name", "", "groupId", levels)).hasStatus(422);
        assertThat(post("/tags/" + gold, "name", "gold", "groupId", levels, "lifetimeDays", "soon"))
                .hasStatus(422)
                .bodyText()
                .contains("whole number of days");
        assertThat(post("/tags/groups", "name", "level", "choice", "MULTI")).hasStatus(422);
        assertThat(post("/tags/groups/" + levels, "name", "", "choice", "SINGLE"))
                .hasStatus(422);
        assertThat(get("/tags/999")).hasStatus(404);
    }

    @Test
    void whatSomebodyElseChangedStandsBesideWhatWasTyped() {
        String seen = seen("/tags/" + gold);
        post("/tags/" + gold, "name", "gold", "groupId", levels, "colour", "1", "description", "pays", "seen", seen);
        MvcTestResult refused = post("/tags/" + gold, "name", "Golden", "groupId", levels, "colour", "1", "seen", seen);
        assertThat(refused)
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has changed this", ">pays<", "value=\"Golden\"")
                .doesNotContain("value=\"" + seen + "\"");
        assertThat(names("tag")).containsExactly("gold", "silver");

        assertThat(post("/tags/" + gold, "name", "Golden", "groupId", levels, "seen", seenIn(refused)))
                .hasRedirectedUrl("/tags");
        assertThat(names("tag")).containsExactly("Golden", "silver");
    }

    @Test
    void aGroupThatSomebodyElseChangedIsNotOverwrittenUnseen() {
        String seen = seen("/tags/groups/" + levels);
        post("/tags/groups/" + levels, "name", "Tier", "choice", "SINGLE", "description", "how far", "seen", seen);
        MvcTestResult refused =
                post("/tags/groups/" + levels, "name", "Level", "choice", "SINGLE", "description", "x", "seen", seen);
        assertThat(refused)
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has changed this", ">Tier<", ">how far<", "value=\"Level\"");
        assertThat(names("tag_group")).containsExactly("Tier");
        post("/tags/groups/" + levels, "name", "Level", "choice", "SINGLE", "seen", seenIn(refused));
        assertThat(names("tag_group")).containsExactly("Level");
    }

    @Test
    void whatNoFormOffersIsRefused() {
        assertThat(post("/tags/groups", "name", "Interest", "choice", "ONE")).hasStatus(400);
        assertThat(post("/tags/groups/" + levels, "name", "Level", "choice", "ONE"))
                .hasStatus(400);
        assertThat(post("/tags", "name", "kol", "groupId", levels, "ownerId", "99"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose somebody of the active staff");
        assertThat(post(
                        "/tags/" + gold,
                        "name",
                        "gold",
                        "groupId",
                        levels,
                        "ownerId",
                        "99",
                        "seen",
                        seen("/tags/" + gold)))
                .hasStatus(422);
        assertThat(names("tag")).containsExactly("gold", "silver");
    }

    @Test
    void theSegmentThatGaveATagIsNamedAndLinked() {
        jdbc.sql(
                        "insert into segments.segment (name, description, kind, state, created_by, created_at, changed_at) values ('Big spenders', '', 'STATIC', 'ARCHIVED', 'Ann', now(), now())")
                .update();
        long segment = jdbc.sql("select segment_id from segments.segment")
                .query(Long.class)
                .single();
        feeding.feed(gold, segment, taker -> taker.accept(ann), taker -> {}, Instant.parse("2026-07-01T02:00:00Z"));
        for (String address : List.of("/users/" + ann + "/tags", "/users/" + ann + "/timeline")) {
            assertThat(get(address))
                    .as(address)
                    .bodyText()
                    .contains("by the segment “Big spenders”", "href=\"/segments/" + segment + "\"");
        }
    }

    @Test
    void theCatalogueIsKeptByPosting() {
        post("/tags/groups", "name", "Interest", "choice", "MULTI", "description", "likes");
        post("/tags", "name", "kol", "groupId", levels + 1, "colour", "3", "lifetimeDays", "30");
        assertThat(get("/tags")).bodyText().contains("Interest", "likes", "kol", "30 days");
        post("/users/" + ann + "/tags", "tag", silver);
        assertThat(get("/tags/" + silver + "/merge?into=" + gold)).bodyText().contains("Nothing else uses it");
        assertThat(post("/tags/" + silver + "/merge", "into", gold)).hasRedirectedUrl("/tags");
        assertThat(tagsOf(ann)).containsExactly("gold");
        assertThat(post("/tags/" + gold + "/deletion")).hasRedirectedUrl("/tags");
        assertThat(post("/tags/groups/" + levels + "/deletion")).hasRedirectedUrl("/tags");
        assertThat(names("tag_group")).containsExactly("Interest");
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsSeeTagsAndDoNotKeepTheCatalogue() {
        assertThat(get("/tags"))
                .hasStatusOk()
                .bodyText()
                .contains("gold")
                .doesNotContain("/tags/new", "/tags/" + gold + "\"");
        for (String address :
                List.of("/tags/new", "/tags/" + gold, "/tags/groups/new", "/tags/" + gold + "/deletion")) {
            assertThat(get(address)).as(address).hasStatus(403);
        }
        assertThat(post("/tags", "name", "x", "groupId", levels)).hasStatus(403);
        assertThat(post("/tags/" + gold + "/merge", "into", silver)).hasStatus(403);
        assertThat(post("/tags/" + gold + "/deletion")).hasStatus(403);
        assertThat(names("tag")).containsExactly("gold", "silver");
    }

    private List<String> tagsOf(UserId user) {
        return jdbc.sql(
                        "select t.name from tags.user_tag h join tags.tag t using (tag_id) where h.user_id = :user order by 1")
                .param("user", user.value())
                .query(String.class)
                .list();
    }

    private List<String> names(String table) {
        return jdbc.sql("select name from tags." + table + " order by 1")
                .query(String.class)
                .list();
    }

    private TagDraft draft(String name) {
        return new TagDraft(levels, name, 1, "", Optional.empty(), Optional.empty());
    }

    private String seen(String address) {
        return seenIn(get(address));
    }

    private static String seenIn(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]+)\".*", "$1");
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).header("Accept-Language", "en").exchange();
    }

    private MvcTestResult post(String address, Object... parameters) {
        MockMvcTester.MockMvcRequestBuilder request =
                mvc.post().uri(address).with(csrf()).header("Accept-Language", "en");
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i].toString(), parameters[i + 1].toString());
        }
        return request.exchange();
    }
}
