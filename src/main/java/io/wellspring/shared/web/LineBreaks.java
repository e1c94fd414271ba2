package io.wellspring.shared.web;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * A line break in a form is one character, as a browser counts it against the length a field allows: it is sent as two
 * (<a href="https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#converting-an-entry-list-to-a-list-of-name-value-pairs">HTML, form submission</a>).
 */
@ControllerAdvice
class LineBreaks {

    @InitBinder
    void readAsOne(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new OneCharacter());
    }

    private static final class OneCharacter extends PropertyEditorSupport {

        @Override
        public void setAsText(@Nullable String text) {
            setValue(text == null ? null : text.replace("\r\n", "\n"));
        }
    }
}
