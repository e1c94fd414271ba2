package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.ChangedMeanwhile;
import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A manager offers a mug and coupons; bob gets some of both. */
@WellspringTest
@AsStaff(Role.MANAGER)
class RewardPagesTests {

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private UserId bob;

    @BeforeEach
    void people() {
        bob = new Facts(jdbc).user("bob", "2026-01-01");
        jdbc.sql("""
                        with opened as (insert into points.account (user_id) values (:user)),
                        brought as (
                          insert into points.lot (user_id, lot_id, amount, remaining, available_from) values (:user, 1, 1000, 1000, :day)
                        ), numbered as (select setval('points.entry_number', 1))
                        insert into points.entry (user_id, entry_id, kind, amount, day, at, source, reason, by_name)
                        select :user, setval, 'EARN', 1000, :day, '2026-01-01T00:00Z', 'test', '', 'test' from numbered
                        """).param("user", bob.value()).param("day", clock.today()).update();
    }

    @Test
    void thePagesAreThereBeforeAnyReward() {
        assertThat(get("/rewards", "en")).hasStatusOk().bodyText().contains("No rewards yet");
        assertThat(get("/rewards", "zh-CN")).hasStatusOk().bodyText().contains("暂无兑换品");
        assertThat(get("/rewards/new", "zh-CN")).hasStatusOk().bodyText().contains("每人限兑");
        assertThat(get("/rewards/redemptions", "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("暂无兑换记录");
        assertThat(get("/users/" + bob + "/points/redemptions/new", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing to redeem");
        assertThat(get("/rewards/7", "en")).hasStatus(404);
    }

    @Test
    void aMugIsRedeemedFulfilledAndCancelled() {
        assertThat(post("/rewards", reward("Mug", "STOCK", "2"))).hasRedirectedUrl("/rewards/1");
        assertThat(post("/rewards", reward("Mug", "STOCK", "2")))
                .hasStatus(422)
                .bodyText()
                .contains("is called “Mug”");
        assertThat(post("/rewards", reward("Cup", "STOCK", "many"))).hasStatus(422);
        String address = "/users/" + bob + "/points/redemptions";
        assertThat(get(address + "/new", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Mug", "300 points", "2 left")
                .doesNotContain("points short");
        assertThat(post(address, "form", UUID.randomUUID().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a reward.");
        for (int i = 0; i < 2; i++) {
            assertThat(post(address, "form", UUID.randomUUID().toString(), "reward", "1"))
                    .hasRedirectedUrl("/users/" + bob + "/points");
        }
        assertThat(post(address, "form", UUID.randomUUID().toString(), "reward", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("Nothing is left of “Mug”");
        assertThat(post("/rewards/redemptions/1/fulfilment")).hasStatus3xxRedirection();
        assertThat(post("/rewards/redemptions/2/cancellation")).hasStatus3xxRedirection();
        assertThat(get("/rewards/redemptions", "en")).hasStatusOk().bodyText().contains("Fulfilled", "Cancelled");
        assertThat(get("/rewards/redemptions?state=CANCELLED&reward=1&user=" + bob, "zh-CN"))
                .bodyText()
                .contains("已取消</span>")
                .doesNotContain("已完成</span>");
        assertThat(get("/users/" + bob + "/points", "en")).bodyText().contains("700", "Spending given back", "Mug");
        assertThat(get("/users/" + bob + "/timeline?kind=points", "en"))
                .bodyText()
                .contains("Received Mug");
        assertThat(get("/rewards", "en")).bodyText().contains("1 left", "On offer");
        assertThat(post("/rewards/1/withdrawal")).hasStatus3xxRedirection();
        assertThat(get("/rewards", "zh-CN")).bodyText().contains("已下架");
        assertThat(post("/rewards/1", seen(1, 1, reward("Big mug", "STOCK", "9"))))
                .hasRedirectedUrl("/rewards/1");
        assertThat(get("/rewards/1", "en")).bodyText().contains("Big mug", "Offer it again");
    }

    @Test
    void aStaleFormTellsWhatTheRewardSaysByNowAndKeepsWhatWasTyped() {
        assertThat(post("/rewards", reward("Mug", "STOCK", "2"))).hasRedirectedUrl("/rewards/1");
        assertThat(get("/rewards/1", "en"))
                .bodyText()
                .contains("name=\"edition\" value=\"1\"", "name=\"seenStock\" value=\"2\"");
        assertThat(post("/rewards/1", seen(1, 2, reward("Mug of clay", "STOCK", "2"))))
                .hasRedirectedUrl("/rewards/1");

        assertThat(post("/rewards/1", seen(1, 2, reward("Mug of tin", "STOCK", "2"))))
                .hasStatus(409)
                .bodyText()
                .contains("was changed since you opened it", "value=\"Mug of tin\"", "name=\"edition\" value=\"2\"")
                .containsPattern(ChangedMeanwhile.row("Reward", "Mug of clay", "Mug of tin"))
                .doesNotContain(ChangedMeanwhile.heading("In stock"));
        assertThat(post("/rewards/1", reward("Mug", "STOCK", "2"))).hasStatus(409);
        assertThat(post("/rewards/1", seen(2, 2, reward("Mug of tin", "STOCK", "2"))))
                .hasRedirectedUrl("/rewards/1");
    }

    @Test
    void whatCannotBeIsSaidAtItsField() {
        assertThat(post("/rewards", with(reward("Mug", "STOCK", "2"), "price", "0")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number from 1 to 1,000,000,000.");
        assertThat(post("/rewards", reward("", "STOCK", "2")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter 1 to 80 characters.");
        assertThat(post("/rewards", with(reward("Mug", "STOCK", "2"), "validUntil", "2001-01-01")))
                .hasStatus(422)
                .bodyText()
                .contains("a reward is on offer from its first day");
        assertThat(post("/rewards", with(reward("Mug", "STOCK", "2"), "validFrom", "soon")))
                .hasStatus(422)
                .bodyText()
                .contains("Give a day that is in the calendar.")
                .doesNotContain("“validFrom”");
        assertThat(post("/rewards", with(reward("Mug", "STOCK", "2"), "leastTier", "99")))
                .hasStatus(422);
        assertThat(post("/rewards", reward("Mug", "STOCK", "1,5"))).hasStatus(422);
    }

    @Test
    void whatAUserCannotGetComesLastAndSaysWhy() {
        assertThat(post("/rewards", with(reward("Pin", "STOCK", "2"), "price", "1")))
                .hasRedirectedUrl("/rewards/1");
        assertThat(post("/rewards", with(with(reward("Once", "STOCK", "2"), "price", "2"), "perUser", "1")))
                .hasRedirectedUrl("/rewards/2");
        assertThat(post("/rewards", with(reward("Car", "STOCK", "2"), "price", "5000")))
                .hasRedirectedUrl("/rewards/3");
        assertThat(post("/rewards", reward("Mug", "STOCK", "2"))).hasRedirectedUrl("/rewards/4");
        String address = "/users/" + bob + "/points/redemptions";
        assertThat(post(address, "form", UUID.randomUUID().toString(), "reward", "2"))
                .hasStatus3xxRedirection();
        assertThat(post(address, "form", UUID.randomUUID().toString(), "reward", "2"))
                .hasStatus(422)
                .bodyText()
                .contains("One user may redeem “Once” only once.");
        assertThat(get(address + "/new", "en"))
                .bodyText()
                .containsSubsequence(
                        "<b>Pin</b>",
                        "<b>Mug</b>",
                        "ws-shut",
                        "<b>Once</b>",
                        "had already the one that one user may have",
                        "<b>Car</b>",
                        "4,002 points short");
        assertThat(get(address + "/new", "zh-CN")).hasStatusOk().bodyText().contains("还差 4,002 积分");
        assertThat(get("/rewards/redemptions", "en"))
                .bodyText()
                .contains("Give 2 points back to ", "cancel the redemption of “Once”?");
    }

    @Test
    void namesAreTakenHoweverTheyAreCapitalised() {
        assertThat(post("/rewards", reward("Mug", "STOCK", "2"))).hasRedirectedUrl("/rewards/1");
        assertThat(post("/rewards", reward("mUG", "STOCK", "2"))).hasStatus(422);
        assertThat(post("/rewards", reward("Cup", "STOCK", "2"))).hasStatus3xxRedirection();
        assertThat(post("/rewards/1", seen(1, 2, reward("cup", "STOCK", "2")))).hasStatus(422);
        assertThat(post("/rewards/1", seen(1, 2, reward("MUG", "STOCK", "2")))).hasRedirectedUrl("/rewards/1");
    }

    @Test
    void whatIsNoTextHoldsNoCodes() {
        assertThat(post("/rewards", reward("Coupon", "CODES", ""))).hasRedirectedUrl("/rewards/1");
        assertThat(send("/rewards/1/codes", "", "codes.bin", new byte[] {'A', 0, 'B', '\n', (byte) 0xff}))
                .hasStatus(422)
                .bodyText()
                .contains("This is no text.");
        assertThat(send("/rewards/1/codes", "A\0B", "codes.txt", new byte[] {})).hasStatus(422);
        assertThat(get("/rewards/1", "en")).bodyText().contains("no codes left");
    }

    @Test
    void codesArePastedOrSentAndHandedOut() {
        assertThat(post("/rewards", reward("Coupon", "CODES", ""))).hasRedirectedUrl("/rewards/1");
        assertThat(send("/rewards/1/codes", "AAA\nBBB", "codes.txt", "\ufeffBBB\nCCC".getBytes(StandardCharsets.UTF_8)))
                .hasRedirectedUrl("/rewards/1");
        assertThat(get("/rewards/1", "en")).bodyText().contains("3 codes left");
        assertThat(post("/users/" + bob + "/points/redemptions", "form", "x", "reward", "1"))
                .hasStatus3xxRedirection();
        assertThat(get("/rewards/redemptions", "en")).bodyText().contains("AAA", "Fulfilled");
        assertThat(get("/rewards/1", "en")).bodyText().contains("2 codes left");
    }

    @Test
    void aPictureIsServedAsWhatItIs() {
        assertThat(post("/rewards", reward("Mug", "STOCK", "2"))).hasRedirectedUrl("/rewards/1");
        assertThat(get("/rewards/1/picture", "en")).hasStatus(404);
        byte[] gif = "GIF89a and more".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(send("/rewards/1/picture", "", "mug.png", gif)).hasRedirectedUrl("/rewards/1");
        assertThat(get("/rewards/1/picture", "en"))
                .hasStatusOk()
                .hasHeader("Content-Type", "image/gif")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Cache-Control", "max-age=31536000, private, immutable");
        assertThat(get("/rewards", "en")).bodyText().contains("/rewards/1/picture?v=");
        assertThat(send("/rewards/1/picture", "", "mug.png", "<svg/>".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a PNG");
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsRedeemButDoNotConfigure() {
        assertThat(post("/rewards", reward("Mug", "STOCK", "2"))).hasStatus(403);
        jdbc.sql("""
                        insert into points.reward (name, description, price, supply, valid_from, created_at)
                        values ('Mug', '', 5, 'UNLIMITED', '2026-01-01', '2026-01-01T00:00Z')
                        """).update();
        assertThat(get("/rewards/1", "en")).hasStatusOk().bodyText().doesNotContain("Use this picture");
        assertThat(post("/users/" + bob + "/points/redemptions", "form", "x", "reward", "1"))
                .hasStatus3xxRedirection();
        assertThat(post("/rewards/redemptions/1/cancellation")).hasStatus3xxRedirection();
    }

    private String[] reward(String name, String supply, String stock) {
        return new String[] {
            "name",
            name,
            "description",
            "",
            "price",
            "300",
            "supply",
            supply,
            "stock",
            stock,
            "perUser",
            "",
            "validFrom",
            clock.today().toString(),
            "validUntil",
            ""
        };
    }

    private static String[] seen(int edition, long stock, String... fields) {
        return Stream.concat(
                        Stream.of(fields),
                        Stream.of("edition", Integer.toString(edition), "seenStock", Long.toString(stock)))
                .toArray(String[]::new);
    }

    /** The same, with another value in a field, or with one more. */
    private static String[] with(String[] fields, String name, String value) {
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equals(name)) {
                fields[i + 1] = value;
                return fields;
            }
        }
        return Stream.concat(Stream.of(fields), Stream.of(name, value)).toArray(String[]::new);
    }

    private MvcTestResult get(String address, String language) {
        return mvc.get().uri(address).header("Accept-Language", language).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).header("Accept-Language", "en");
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult send(String address, String text, String file, byte[] content) {
        String head = "--limit\r\nContent-Disposition: form-data; name=\"codes\"\r\n\r\n" + text
                + "\r\n--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] end = "\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] all = ByteBuffer.allocate(start.length + content.length + end.length)
                .put(start)
                .put(content)
                .put(end)
                .array();
        return mvc.post()
                .uri(address)
                .with(csrf())
                .header("Accept-Language", "en")
                .contentType("multipart/form-data; boundary=limit")
                .content(all)
                .exchange();
    }
}
