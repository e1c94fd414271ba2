package io.wellspring.shared;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one installation of Wellspring decides once.
 *
 * @param zone the business time zone: which calendar day an instant belongs to
 * @param weekStart the first day of a week
 * @param currency the one currency of all amounts
 * @param dataDirectory where the embedded database keeps its files
 */
@ConfigurationProperties("wellspring")
public record WellspringProperties(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("MONDAY") DayOfWeek weekStart,
        @DefaultValue("CNY") Currency currency,
        @DefaultValue("data") Path dataDirectory) {}
