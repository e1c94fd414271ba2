package io.wellspring.profiles;

import static org.jooq.impl.DSL.field;

import io.wellspring.lifecycle.Stage;
import io.wellspring.rfm.RfmClass;
import io.wellspring.rfm.RfmGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;

/**
 * What rules may ask of a user's profile, and nothing else: each field with the kind of its values, whether it can be missing, the module
 * its value comes from, and its unit where it has one. Its label is the message {@code profiles.field.<code>}.
 */
public enum ProfileField {
    REGISTERED_ON("registered", FieldKind.DATE, "users", true, "p.registered_on"),
    CHANNEL("channel", FieldKind.TEXT, "users", true, "p.channel"),
    PROVINCE("province", FieldKind.TEXT, "users", true, "p.province"),
    CITY("city", FieldKind.TEXT, "users", true, "p.city"),
    GENDER("gender", FieldKind.CODE, "users", true, "p.gender", "FEMALE", "MALE", "OTHER"),
    AGE(
            "age",
            FieldKind.NUMBER,
            "users",
            true,
            "extract(year from {0}::date)::int - p.birth_year - case when p.birthday"
                    + " > extract(month from {0}::date)::int * 100 + extract(day from {0}::date)::int then 1 else 0 end"),
    HAS_PHONE("has-phone", FieldKind.YES_NO, "users", false, "p.has_phone"),
    HAS_EMAIL("has-email", FieldKind.YES_NO, "users", false, "p.has_email"),
    SMS_CONSENT("sms-consent", FieldKind.YES_NO, "users", true, "p.sms_consent"),
    EMAIL_CONSENT("email-consent", FieldKind.YES_NO, "users", true, "p.email_consent"),
    DEMO("demo", FieldKind.YES_NO, "users", false, "p.demo"),
    ORDERS("orders", FieldKind.NUMBER, "metrics", false, "p.orders"),
    REFUNDS("refunds", FieldKind.NUMBER, "metrics", false, "p.refunds"),
    NET("net", FieldKind.MONEY, "metrics", false, "p.net_amount"),
    AVERAGE_ORDER("average-order", FieldKind.MONEY, "metrics", true, "p.net_amount::numeric / nullif(p.orders, 0)"),
    FIRST_ORDER_ON("first-order", FieldKind.DATE, "metrics", true, "p.first_order_on"),
    LAST_ORDER_ON("last-order", FieldKind.DATE, "metrics", true, "p.last_order_on"),
    RHYTHM("rhythm", FieldKind.NUMBER, "metrics", true, "p.median_gap_days"),
    WINDOW_ORDERS("window-orders", FieldKind.NUMBER, "metrics", false, "p.window_orders"),
    WINDOW_NET("window-net", FieldKind.MONEY, "metrics", false, "p.window_net"),
    R("r", FieldKind.NUMBER, "rfm", true, "p.r"),
    F("f", FieldKind.NUMBER, "rfm", true, "p.f"),
    M("m", FieldKind.NUMBER, "rfm", true, "p.m"),
    CLASS(
            "class",
            FieldKind.CODE,
            "rfm",
            true,
            "p.class_code",
            codes(RfmClass.ALL.stream().map(RfmClass::code).toList())),
    GROUP(
            "group",
            FieldKind.CODE,
            "rfm",
            true,
            "p.group_code",
            codes(RfmGroup.ALL.stream().map(RfmGroup::name).toList())),
    STAGE(
            "stage",
            FieldKind.CODE,
            "lifecycle",
            true,
            "p.stage",
            codes(Arrays.stream(Stage.values()).map(Enum::name).toList())),
    STAGE_SINCE("stage-since", FieldKind.DATE, "lifecycle", true, "p.stage_since"),
    /** By its number through all versions of the programme; which there are is told by {@link ProfileSearch#tiers()}. */
    TIER("tier", FieldKind.CODE, "membership", true, "p.tier_no::text"),
    TIER_DUE_ON("tier-due", FieldKind.DATE, "membership", true, "p.tier_due_on"),
    GROWTH_VALUE("growth", FieldKind.NUMBER, "membership", false, "p.growth_value"),
    POINTS("points", FieldKind.NUMBER, "points", false, "p.points"),
    POINTS_EXPIRING("points-expiring", FieldKind.NUMBER, "points", false, "p.points_expiring"),
    REDEEMED_ON("redeemed", FieldKind.DATE, "points", true, "p.redeemed_on");

    public static final List<ProfileField> ALL = List.of(values());

    private final String code;
    private final FieldKind kind;
    private final String source;
    private final boolean canBeMissing;
    private final String expression;
    private final List<String> codes;

    ProfileField(String code, FieldKind kind, String source, boolean canBeMissing, String expression, String... codes) {
        this.code = code;
        this.kind = kind;
        this.source = source;
        this.canBeMissing = canBeMissing;
        this.expression = expression;
        this.codes = List.of(codes);
    }

    /** What it is called in addresses and stored rules, for ever. */
    public String code() {
        return code;
    }

    public FieldKind kind() {
        return kind;
    }

    /** The module its value comes from. */
    public String source() {
        return source;
    }

    public boolean canBeMissing() {
        return canBeMissing;
    }

    /** The codes a {@link FieldKind#CODE} field can have. */
    public List<String> codes() {
        return codes;
    }

    /** Whether its column holds more than whole numbers. */
    boolean hasDecimals() {
        return this == RHYTHM || this == AVERAGE_ORDER;
    }

    /** Whether it changes between two refreshes, user by user. */
    boolean isConsent() {
        return this == SMS_CONSENT || this == EMAIL_CONSENT;
    }

    public static Optional<ProfileField> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /**
     * Its value in SQL, of the profile {@code p}.
     *
     * @param asOf the day asked about
     */
    <T> Field<T> in(Class<T> type, Field<?> asOf) {
        return field(expression, type, asOf);
    }

    private static String[] codes(List<String> codes) {
        return codes.toArray(String[]::new);
    }
}
