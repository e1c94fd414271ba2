package io.wellspring.staff.web;

record NameForm(String name) {

    NameForm {
        name = Typed.text(name);
    }
}
