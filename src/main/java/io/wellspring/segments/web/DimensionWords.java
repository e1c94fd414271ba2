package io.wellspring.segments.web;

import io.wellspring.rfm.RfmWords;
import io.wellspring.segments.SegmentFigures;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What the values are called by which members are told apart. */
final class DimensionWords {

    private DimensionWords() {}

    static String of(
            SegmentFigures.Dimension dimension, String value, RfmWords classes, MessageSource messages, Locale locale) {
        if (dimension == SegmentFigures.Dimension.CLASS) {
            return classes.ofCode(value.isEmpty() ? "NONE" : value);
        }
        if (value.isEmpty()) {
            return messages.getMessage("segments.not-known", null, locale);
        }
        return dimension == SegmentFigures.Dimension.STAGE
                ? messages.getMessage("lifecycle.stage." + value, null, locale)
                : value;
    }
}
