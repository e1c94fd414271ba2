package io.wellspring.membership;

import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.util.Locale;

/** A membership that ends. */
public record Ending(UserId user, long plan, String nameEn, String nameZh, LocalDate since, LocalDate lastDay) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? nameZh : nameEn;
    }
}
