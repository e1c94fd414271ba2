package io.wellspring.imports;

import java.util.SplittableRandom;

/**
 * Where fictional users come from, and what that says about them.
 *
 * <p>Shares, habits and refund rates are invented so that the channels differ as they do in shops: many and fickle from short video, few and faithful by recommendation.
 */
enum DemoChannel {
    WECHAT("微信公众号", 30, 1.1, 0.985, 0.04),
    DOUYIN("抖音", 28, 0.7, 0.965, 0.09),
    REFERRAL("老带新", 14, 1.5, 0.992, 0.03),
    STORE("门店", 12, 1.2, 0.99, 0.02),
    XIAOHONGSHU("小红书", 10, 0.9, 0.975, 0.06),
    SEARCH("搜索", 6, 0.8, 0.97, 0.05);

    private final String label;
    private final int weight;
    private final double frequency;
    private final double weeklySurvival;
    private final double refundRate;

    DemoChannel(String label, int weight, double frequency, double weeklySurvival, double refundRate) {
        this.label = label;
        this.weight = weight;
        this.frequency = frequency;
        this.weeklySurvival = weeklySurvival;
        this.refundRate = refundRate;
    }

    String label() {
        return label;
    }

    double frequency() {
        return frequency;
    }

    double weeklySurvival() {
        return weeklySurvival;
    }

    double refundRate() {
        return refundRate;
    }

    static DemoChannel draw(SplittableRandom random) {
        int drawn = random.nextInt(100);
        for (DemoChannel channel : values()) {
            drawn -= channel.weight;
            if (drawn < 0) {
                return channel;
            }
        }
        return SEARCH;
    }
}
