package io.wellspring.imports;

import static io.wellspring.imports.ImportedFiles.counts;
import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.staff.AsStaff;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders of a file become facts, each number once, and their users are made where they are unknown. */
@WellspringTest
@AsStaff
class ImportingOrdersTests {

    @Autowired
    private ImportDesk desk;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JdbcClient jdbc;

    private ImportedFiles files;

    @BeforeEach
    void filesForTheDesk() {
        files = new ImportedFiles(desk, jobs);
    }

    @Test
    void ordersAndRefundsBecomeFactsAndUnknownUsersAreCreated() throws Exception {
        long id = files.rehearsed(ImportKind.ORDERS, """
                order no,customer id,paid at,amount,status
                O1,A1,2026-01-05 10:00,"¥1,234.50",已付款
                O2,A1,2026-01-06 10:00,10.00,退款成功
                O3,A2,2026-01-07 00:30,-5,
                O4,A2,2026-01-08,0.00,completed
                O5,A3,2026-01-08,12,待付款
                O6,,2026-01-08,12,completed
                O7,A1,,12,completed
                O8,A1,2026-01-08,twelve,completed
                O1,A1,2026-01-05 10:00,9,completed
                O9,A1,2026-01-08,9,on the moon
                """);

        assertThat(desk.find(id).orElseThrow().newUsers()).isEqualTo(2);
        assertThat(count("users.users")).isZero();
        ImportView committed = files.commit(id);

        assertThat(counts(committed).created()).isEqualTo(4);
        assertThat(counts(committed).rejected()).isEqualTo(6);
        assertThat(committed.newUsers()).isEqualTo(2);
        assertThat(jdbc.sql("""
                                select o.kind || ' ' || o.order_no || ' ' || o.amount || ' ' || u.external_id
                                from activity.order_fact o join users.users u using (user_id) order by o.order_no
                                """).query(String.class).list())
                .containsExactly("ORDER O1 123450 A1", "REFUND O2 1000 A1", "REFUND O3 500 A2", "ORDER O4 0 A2");
        assertThat(files.rejectedRows(id).stream().map(row -> row.replaceAll(".*,", "")))
                .containsExactly(
                        "reason",
                        "NOT_PAID:待付款",
                        "NO_USER",
                        "DATE_MISSING",
                        "AMOUNT_INVALID:twelve",
                        "REPEATED_ORDER:2",
                        "STATUS_UNKNOWN:on the moon");
    }

    @Test
    void anOrderNumberCountsOnceAndIsNeverChanged() throws Exception {
        String orders = "order no,customer id,paid at,amount\nO1,A1,2026-01-05,10\nO2,A1,2026-01-06,20\n";
        files.commit(files.rehearsed(ImportKind.ORDERS, orders));

        assertThat(counts(files.commit(files.rehearsed(ImportKind.ORDERS, orders)))
                        .unchanged())
                .isEqualTo(2);
        long changed = files.rehearsed(ImportKind.ORDERS, orders.replace(",20\n", ",21\n"));
        assertThat(counts(desk.find(changed).orElseThrow()).rejected()).isOne();
        assertThat(count("activity.order_fact")).isEqualTo(2);
    }

    @Test
    void withoutLeaveToCreateThemOrdersOfUnknownUsersAreRefused() throws Exception {
        long id = files.upload(ImportKind.ORDERS, "order no,customer id,paid at,amount\nO1,A1,2026-01-05,10\n");
        desk.map(
                id,
                Mapping.ofFields(List.of(
                                Optional.of(ImportField.ORDER_NO),
                                Optional.of(ImportField.EXTERNAL_ID),
                                Optional.of(ImportField.PAID_AT),
                                Optional.of(ImportField.AMOUNT)))
                        .creatingUsers(false));
        files.rehearse(id);

        assertThat(files.rejectedRows(id)).contains("O1,A1,2026-01-05,10,2,UNKNOWN_USER:A1");
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
