package io.wellspring.rfm.web;

import io.wellspring.rfm.CutPoints;
import io.wellspring.rfm.Dimension;
import io.wellspring.rfm.ModelDraft;
import io.wellspring.rfm.ModelOrigin;
import io.wellspring.rfm.ModelVersion;
import io.wellspring.rfm.RfmClass;
import io.wellspring.rfm.RfmGroup;
import io.wellspring.rfm.Threshold;
import io.wellspring.rfm.ThresholdMethod;
import io.wellspring.shared.web.WideText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings of a model as somebody typed them; amounts in whole units of the currency.
 *
 * @param values field → text
 * @param errors field → message code
 */
record ModelForm(Map<String, String> values, Map<String, String> errors) {

    static final String BY_HAND = "HAND";
    static final String BY_QUANTILES = "QUANTILES";

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,12}|\\d{1,3}(,\\d{3}){1,3})(\\.\\d{1,8})?");
    private static final BigDecimal MOST_DAYS_OR_ORDERS = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal LEAST_SHARE = BigDecimal.ONE;
    private static final BigDecimal GREATEST_SHARE = BigDecimal.valueOf(99);
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_WINDOW = 3650;

    static ModelForm typed(Map<String, String> values) {
        Map<String, String> stripped = new HashMap<>();
        values.forEach((field, value) -> stripped.put(field, value.strip()));
        return new ModelForm(stripped, new LinkedHashMap<>());
    }

    /** What the next version starts from: quintiles and means, or the settings of the version in force. */
    static ModelForm startingFrom(Optional<ModelVersion> inForce, int windowDays, Currency currency) {
        Map<String, String> values = new HashMap<>();
        values.put("windowDays", Integer.toString(windowDays));
        boolean manual = inForce.filter(version -> version.origin() == ModelOrigin.MANUAL)
                .isPresent();
        values.put("name", manual ? inForce.get().name() : "");
        for (Dimension dimension : Dimension.ALL) {
            values.put(dimension.letter() + ".cuts", BY_QUANTILES);
            values.put(dimension.letter() + ".method", ThresholdMethod.MEAN.name());
            inForce.ifPresent(version -> {
                CutPoints cutPoints = version.cutPoints(dimension);
                cutPoints
                        .bounds()
                        .forEach((score, bound) -> values.put(
                                dimension.letter() + "." + score,
                                shown(dimension, BigDecimal.valueOf(bound), currency)));
                Threshold threshold = version.threshold(dimension);
                values.put(dimension.letter() + ".method", threshold.method().name());
                threshold
                        .parameter()
                        .ifPresent(parameter -> values.put(
                                dimension.letter() + ".parameter",
                                threshold.method() == ThresholdMethod.CUSTOM
                                        ? shown(dimension, parameter, currency)
                                        : plain(parameter)));
            });
        }
        inForce.ifPresent(version -> version.names().forEach((code, name) -> values.put("name." + code, name)));
        return new ModelForm(values, new LinkedHashMap<>());
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** The draft; empty if the form has errors, which then are in {@link #errors()}. */
    Optional<ModelDraft> draft(Currency currency) {
        String name = value("name");
        if (name.isEmpty()) {
            errors.put("name", "rfm.models.name-missing");
        } else if (name.length() > LONGEST_NAME) {
            errors.put("name", "rfm.models.name-long");
        }
        Optional<BigDecimal> window = number("windowDays")
                .filter(days -> days.signum() > 0
                        && days.compareTo(BigDecimal.valueOf(LONGEST_WINDOW)) <= 0
                        && days.stripTrailingZeros().scale() <= 0);
        if (window.isEmpty()) {
            errors.put("windowDays", "rfm.models.window-range");
        }
        Map<Dimension, ModelDraft.Measure> measures = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.ALL) {
            measures.put(dimension, measure(dimension, currency));
        }
        Map<String, String> names = new HashMap<>();
        codes().forEach(code -> {
            String text = value("name." + code);
            if (text.length() > LONGEST_NAME) {
                errors.put("name." + code, "rfm.models.name-long");
            } else if (!text.isEmpty()) {
                names.put(code, text);
            }
        });
        return errors.isEmpty()
                ? Optional.of(new ModelDraft(name, window.orElseThrow().intValueExact(), measures, names))
                : Optional.empty();
    }

    static List<String> codes() {
        return Stream.concat(
                        RfmClass.ALL.stream().map(RfmClass::code),
                        RfmGroup.ALL.stream().map(Enum::name))
                .toList();
    }

    private ModelDraft.Measure measure(Dimension dimension, Currency currency) {
        String letter = dimension.letter();
        Optional<SortedMap<Integer, Long>> bounds = Optional.empty();
        if (value(letter + ".cuts").equals(BY_HAND)) {
            bounds = Optional.of(bounds(dimension, currency));
        } else if (!value(letter + ".cuts").equals(BY_QUANTILES)) {
            errors.put(letter + ".cuts", "rfm.models.invalid-choice");
        }
        Optional<ThresholdMethod> chosen = ThresholdMethod.ALL.stream()
                .filter(one -> one.name().equals(value(letter + ".method")))
                .findFirst();
        if (chosen.isEmpty()) {
            errors.put(letter + ".method", "rfm.models.invalid-choice");
        }
        ThresholdMethod method = chosen.orElse(ThresholdMethod.MEAN);
        return new ModelDraft.Measure(bounds, method, parameter(dimension, method, currency));
    }

    private SortedMap<Integer, Long> bounds(Dimension dimension, Currency currency) {
        SortedMap<Integer, Long> bounds = new TreeMap<>();
        boolean typed = false;
        for (int score = 2; score <= 5; score++) {
            String field = dimension.letter() + "." + score;
            typed |= !value(field).isEmpty();
            Optional<BigDecimal> bound = number(field);
            if (bound.filter(value -> !fits(dimension, value)).isPresent()) {
                errors.put(field, "rfm.models.invalid-bound");
            } else if (bound.isPresent()) {
                bounds.put(score, minor(dimension, bound.get(), currency).longValueExact());
            }
        }
        if (!typed) {
            errors.put(dimension.letter() + ".bounds", "rfm.models.bound-missing");
        }
        return bounds;
    }

    /** Days and orders are whole. */
    private static boolean fits(Dimension dimension, BigDecimal bound) {
        return dimension == Dimension.MONETARY
                || bound.stripTrailingZeros().scale() <= 0 && bound.abs().compareTo(MOST_DAYS_OR_ORDERS) <= 0;
    }

    private Optional<BigDecimal> parameter(Dimension dimension, ThresholdMethod method, Currency currency) {
        if (!method.needsParameter()) {
            return Optional.empty();
        }
        String field = dimension.letter() + ".parameter";
        Optional<BigDecimal> typed = number(field);
        if (typed.isEmpty() && !errors.containsKey(field)) {
            errors.put(field, "rfm.models.parameter-missing");
        }
        if (method == ThresholdMethod.TOP_PERCENT) {
            typed.filter(share -> share.compareTo(LEAST_SHARE) < 0 || share.compareTo(GREATEST_SHARE) > 0)
                    .ifPresent(share -> errors.put(field, "rfm.models.parameter-range"));
            return typed;
        }
        return typed.map(value -> minor(dimension, value, currency));
    }

    private Optional<BigDecimal> number(String field) {
        String text = WideText.narrow(value(field));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!NUMBER.matcher(text).matches()) {
            errors.put(field, "rfm.models.invalid-number");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.replace(",", "")));
    }

    private static BigDecimal minor(Dimension dimension, BigDecimal value, Currency currency) {
        return dimension == Dimension.MONETARY
                ? value.movePointRight(currency.getDefaultFractionDigits()).setScale(0, RoundingMode.HALF_UP)
                : value;
    }

    private static String shown(Dimension dimension, BigDecimal value, Currency currency) {
        return plain(
                dimension == Dimension.MONETARY ? value.movePointLeft(currency.getDefaultFractionDigits()) : value);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
