package io.wellspring.profiles;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a list of users can show of each beside who it is, and what it is sorted by if it can be. Where the values are of a few kinds, or
 * say in other words what another column says, a list is filtered by it or sorted by the other. No personal data.
 */
public enum ListColumn {
    CLASS("class", ProfileSort.CLASS),
    GROUP("group", ProfileSort.GROUP),
    SCORES("scores"),
    STAGE("stage", ProfileSort.STAGE),
    STAGE_SINCE("stage-since", ProfileSort.STAGE_SINCE),
    CHANNEL("channel"),
    PROVINCE("province"),
    CITY("city"),
    HAS_PHONE("has-phone"),
    HAS_EMAIL("has-email"),
    SMS_CONSENT("sms-consent"),
    EMAIL_CONSENT("email-consent"),
    REGISTERED("registered", ProfileSort.REGISTERED),
    FIRST_ORDER("first-order", ProfileSort.FIRST_ORDER),
    LAST_ORDER("last-order", ProfileSort.LAST_ORDER),
    ORDERS("orders", ProfileSort.ORDERS),
    REFUNDS("refunds", ProfileSort.REFUNDS),
    NET("net", ProfileSort.NET_AMOUNT),
    AVERAGE_ORDER("average-order", ProfileSort.AVERAGE_ORDER),
    RHYTHM("rhythm", ProfileSort.RHYTHM),
    WINDOW_ORDERS("window-orders", ProfileSort.WINDOW_ORDERS),
    WINDOW_NET("window-net", ProfileSort.WINDOW_NET),
    TIER("tier"),
    TIER_DUE("tier-due"),
    GROWTH_VALUE("growth", ProfileSort.GROWTH_VALUE),
    POINTS("points", ProfileSort.POINTS),
    POINTS_EXPIRING("points-expiring"),
    REDEEMED("redeemed");

    public static final List<ListColumn> ALL = List.of(values());

    /** What a list shows as long as nobody chose. */
    public static final List<ListColumn> USUAL =
            List.of(CLASS, SCORES, STAGE, CHANNEL, REGISTERED, LAST_ORDER, ORDERS, NET);

    private final String code;
    private final Optional<ProfileSort> sort;

    ListColumn(String code) {
        this.code = code;
        this.sort = Optional.empty();
    }

    ListColumn(String code, ProfileSort sort) {
        this.code = code;
        this.sort = Optional.of(sort);
    }

    /** What it is called in addresses and in what is stored, for ever. */
    public String code() {
        return code;
    }

    public Optional<ProfileSort> sort() {
        return sort;
    }

    /** Whether it is a figure, written to the right. */
    public boolean isFigure() {
        return switch (this) {
            case ORDERS,
                    REFUNDS,
                    NET,
                    AVERAGE_ORDER,
                    RHYTHM,
                    WINDOW_ORDERS,
                    WINDOW_NET,
                    GROWTH_VALUE,
                    POINTS,
                    POINTS_EXPIRING -> true;
            case CLASS,
                    GROUP,
                    SCORES,
                    STAGE,
                    STAGE_SINCE,
                    CHANNEL,
                    PROVINCE,
                    CITY,
                    HAS_PHONE,
                    HAS_EMAIL,
                    SMS_CONSENT,
                    EMAIL_CONSENT,
                    REGISTERED,
                    FIRST_ORDER,
                    LAST_ORDER,
                    TIER,
                    TIER_DUE,
                    REDEEMED -> false;
        };
    }

    public static Optional<ListColumn> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** Those of some codes, in their order and each once; what is no column is left out, for columns may be given up. */
    public static List<ListColumn> of(List<String> codes) {
        return codes.stream()
                .map(ListColumn::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** As they stand in an address. */
    public static String codes(List<ListColumn> columns) {
        return columns.stream().map(ListColumn::code).collect(Collectors.joining(","));
    }
}
