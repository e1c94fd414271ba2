package io.wellspring.profiles;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.wellspring.lifecycle.Stage;
import io.wellspring.rfm.RfmClass;
import io.wellspring.rfm.RfmGroup;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;

/** A profile as it is read. */
final class ProfileRows {

    private static final Field<String> PROVINCE = field(name("p", "province"), String.class);
    private static final Field<Boolean> DEMO = field(name("p", "demo"), Boolean.class);
    private static final Field<Boolean> HAS_PHONE = field(name("p", "has_phone"), Boolean.class);
    private static final Field<Boolean> HAS_EMAIL = field(name("p", "has_email"), Boolean.class);
    private static final Field<Boolean> SMS_CONSENT = field(name("p", "sms_consent"), Boolean.class);
    private static final Field<Boolean> EMAIL_CONSENT = field(name("p", "email_consent"), Boolean.class);
    private static final Field<LocalDate> FIRST_ORDER_ON = field(name("p", "first_order_on"), LocalDate.class);
    private static final Field<Integer> REFUNDS = field(name("p", "refunds"), Integer.class);
    private static final Field<BigDecimal> RHYTHM = field(name("p", "median_gap_days"), BigDecimal.class);
    private static final Field<Integer> WINDOW_ORDERS = field(name("p", "window_orders"), Integer.class);
    private static final Field<Long> WINDOW_NET = field(name("p", "window_net"), Long.class);
    private static final Field<Long> AVERAGE_ORDER = ProfileColumns.AVERAGE_ORDER.as("average_order");
    private static final Field<LocalDate> TIER_DUE_ON = field(name("p", "tier_due_on"), LocalDate.class);
    private static final Field<Long> GROWTH_VALUE = field(name("p", "growth_value"), Long.class);
    private static final Field<Long> POINTS = field(name("p", "points"), Long.class);
    private static final Field<Long> POINTS_EXPIRING = field(name("p", "points_expiring"), Long.class);
    private static final Field<LocalDate> REDEEMED_ON = field(name("p", "redeemed_on"), LocalDate.class);
    /** Not kept: it grows for everybody every day. */
    private static final Field<Integer> RECENCY = field(
                    "(select c.as_of from metrics.current c) - p.last_order_on", Integer.class)
            .as("recency_days");

    static final List<SelectField<?>> COLUMNS = List.of(
            ProfileColumns.USER_ID,
            ProfileColumns.REGISTERED_ON,
            ProfileColumns.CHANNEL,
            PROVINCE,
            ProfileColumns.CITY,
            DEMO,
            HAS_PHONE,
            HAS_EMAIL,
            SMS_CONSENT,
            EMAIL_CONSENT,
            FIRST_ORDER_ON,
            ProfileColumns.LAST_ORDER_ON,
            ProfileColumns.ORDERS,
            REFUNDS,
            ProfileColumns.NET,
            AVERAGE_ORDER,
            RHYTHM,
            WINDOW_ORDERS,
            WINDOW_NET,
            RECENCY,
            ProfileColumns.R,
            ProfileColumns.F,
            ProfileColumns.M,
            ProfileColumns.CLASS,
            ProfileColumns.GROUP,
            ProfileColumns.STAGE,
            ProfileColumns.STAGE_SINCE,
            ProfileColumns.TIER,
            TIER_DUE_ON,
            GROWTH_VALUE,
            POINTS,
            POINTS_EXPIRING,
            REDEEMED_ON);

    private ProfileRows() {}

    static Profile profile(Record found) {
        Optional<Profile.Standing> standing = Optional.ofNullable(found.get(ProfileColumns.CLASS))
                .map(code -> new Profile.Standing(
                        found.get(ProfileColumns.R),
                        found.get(ProfileColumns.F),
                        found.get(ProfileColumns.M),
                        RfmClass.of(code).orElseThrow(),
                        RfmGroup.valueOf(found.get(ProfileColumns.GROUP))));
        return new Profile(
                new UserId(found.get(ProfileColumns.USER_ID)),
                Optional.ofNullable(found.get(ProfileColumns.REGISTERED_ON)),
                Optional.ofNullable(found.get(ProfileColumns.CHANNEL)),
                Optional.ofNullable(found.get(PROVINCE)),
                Optional.ofNullable(found.get(ProfileColumns.CITY)),
                found.get(DEMO),
                found.get(HAS_PHONE),
                found.get(HAS_EMAIL),
                Optional.ofNullable(found.get(SMS_CONSENT)),
                Optional.ofNullable(found.get(EMAIL_CONSENT)),
                Optional.ofNullable(found.get(FIRST_ORDER_ON)),
                Optional.ofNullable(found.get(ProfileColumns.LAST_ORDER_ON)),
                found.get(ProfileColumns.ORDERS),
                found.get(REFUNDS),
                new Money(found.get(ProfileColumns.NET)),
                Optional.ofNullable(found.get(AVERAGE_ORDER)).map(Money::new),
                Optional.ofNullable(found.get(RHYTHM)),
                new Profile.Window(found.get(WINDOW_ORDERS), new Money(found.get(WINDOW_NET))),
                Optional.ofNullable(found.get(RECENCY)),
                standing,
                Optional.ofNullable(found.get(ProfileColumns.STAGE))
                        .map(stage ->
                                new Profile.StageSince(Stage.valueOf(stage), found.get(ProfileColumns.STAGE_SINCE))),
                new Profile.Membership(
                        Optional.ofNullable(found.get(ProfileColumns.TIER)).map(Short::intValue),
                        Optional.ofNullable(found.get(TIER_DUE_ON)),
                        found.get(GROWTH_VALUE)),
                new Profile.Holding(
                        found.get(POINTS), found.get(POINTS_EXPIRING), Optional.ofNullable(found.get(REDEEMED_ON))));
    }
}
