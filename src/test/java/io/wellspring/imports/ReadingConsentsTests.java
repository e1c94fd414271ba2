package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.shared.IntakeChange;
import io.wellspring.staff.AsStaff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files say in many words whether a user agrees to be contacted; what is no answer is refused, never guessed. */
@WellspringTest
@AsStaff
class ReadingConsentsTests {

    @Autowired
    private ImportDesk desk;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void columnsAreKnownByTheirHeadersInBothLanguages() throws IOException {
        assertThat(uses("id,SMS consent,Newsletter\nA1,yes,no\n")).isEqualTo("EXTERNAL_ID,SMS_CONSENT,EMAIL_CONSENT");
        assertThat(uses("会员号,是否接收短信,邮件订阅\nA1,是,否\n")).isEqualTo("EXTERNAL_ID,SMS_CONSENT,EMAIL_CONSENT");
    }

    @Test
    void answersAreReadAndOthersRefused() throws IOException {
        long id = upload("""
                id,sms consent,email consent
                A1,yes,Unsubscribed
                A2,拒收,同意
                A3,,unknown
                A4,perhaps,yes
                """);
        desk.rehearse(id);
        jobs.runPending();
        assertThat(desk.rejections(id, 9))
                .containsExactly(new RejectedLine(5, "CONSENT_UNKNOWN", "sms consent", "perhaps", null, null));
        desk.commit(id);
        jobs.runPending();

        assertThat(jdbc.sql("""
                        select concat_ws(' ', external_id, coalesce(sms_consent::text, '-'), coalesce(email_consent::text, '-'))
                        from users.users
                        order by external_id
                        """).query(String.class).list())
                .containsExactly("A1 true false", "A2 false true", "A3 - -");

        long again = upload("id,sms consent\nA1,no\n");
        desk.rehearse(again);
        jobs.runPending();
        assertThat(desk.samples(again, "UPDATED"))
                .flatExtracting(sample -> sample.changes())
                .containsExactly(new IntakeChange("SMS_CONSENT", "true", "false"));
    }

    private String uses(String text) throws IOException {
        return desk.find(upload(text)).orElseThrow().mapping().uses().stream()
                .map(use -> use.field().map(Enum::name).orElse("-"))
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
    }

    private long upload(String text) throws IOException {
        return desk.upload(
                ImportKind.USERS, "test.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
