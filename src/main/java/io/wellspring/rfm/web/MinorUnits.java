package io.wellspring.rfm.web;

import io.wellspring.shared.Money;
import io.wellspring.shared.web.Format;
import java.math.BigDecimal;
import java.math.RoundingMode;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Bounds and thresholds of amounts, which a model keeps as bare numbers of minor units, written as money. */
@Component("minorUnits")
@RequiredArgsConstructor
class MinorUnits {

    private final Format format;

    public String money(Number minor) {
        return format.money(new Money(new BigDecimal(minor.toString())
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact()));
    }
}
