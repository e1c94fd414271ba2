package io.wellspring.staff.web;

import org.springframework.validation.BindingResult;

record SetupForm(String email, String name, String password, String repeated) {

    static final SetupForm EMPTY = new SetupForm("", "", "", "");

    SetupForm {
        email = Typed.text(email);
        name = Typed.text(name);
        password = Typed.text(password);
        repeated = Typed.text(repeated);
    }

    void check(BindingResult typed) {
        if (!password.equals(repeated)) {
            typed.rejectValue("repeated", "staff.error.repeated");
        }
    }
}
