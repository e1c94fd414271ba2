package io.wellspring.staff.web;

import io.wellspring.staff.Role;

record InviteForm(String email, String name, Role role) {

    static final InviteForm EMPTY = new InviteForm("", "", Role.OPERATOR);

    InviteForm {
        email = Typed.text(email);
        name = Typed.text(name);
        role = role == null ? Role.OPERATOR : role;
    }
}
