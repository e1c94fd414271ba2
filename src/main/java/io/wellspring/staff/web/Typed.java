package io.wellspring.staff.web;

import io.wellspring.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What a form does with what was typed. */
final class Typed {

    private Typed() {}

    /** A field that was not sent was left empty. */
    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
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
