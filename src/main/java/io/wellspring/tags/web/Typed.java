package io.wellspring.tags.web;

import io.wellspring.shared.Refusal;
import io.wellspring.shared.web.WideText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What a form does with what was typed. */
final class Typed {

    private Typed() {}

    /** A field that was not sent was left empty. */
    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** A whole number; what is none is one that no rule lets through. */
    static Optional<Integer> number(String typed) {
        String bare = WideText.narrow(typed);
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(bare.matches("\\d{1,6}") ? Integer.parseInt(bare) : -1);
    }

    static Optional<Long> id(String typed) {
        return Optional.of(typed.strip())
                .filter(text -> text.matches("[1-9]\\d{0,17}"))
                .map(Long::valueOf);
    }

    /**
     * Shows a refusal at the field that caused it.
     *
     * @throws Refusal again, if no field of this form did
     */
    static void refuse(Refusal refusal, BindingResult form) {
        String field =
                refusal.field().filter(name -> form.getFieldType(name) != null).orElseThrow(() -> refusal);
        form.rejectValue(field, refusal.messageCode(), refusal.facts(), null);
    }
}
