package io.wellspring.staff.web;

import org.springframework.validation.BindingResult;

record PasswordForm(String currentPassword, String password, String repeated) {

    static final PasswordForm EMPTY = new PasswordForm("", "", "");

    PasswordForm {
        currentPassword = Typed.text(currentPassword);
        password = Typed.text(password);
        repeated = Typed.text(repeated);
    }

    void check(BindingResult typed) {
        if (!password.equals(repeated)) {
            typed.rejectValue("repeated", "staff.error.repeated");
        }
    }
}
