package io.wellspring.imports.web;

import io.wellspring.staff.CurrentStaff;
import io.wellspring.users.UserDirectory;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Says on every page that (some) users are fictional, as long as they are there. */
@ControllerAdvice
@RequiredArgsConstructor
class DemoBanner {

    private final CurrentStaff staff;
    private final UserDirectory users;

    @ModelAttribute("demoUsers")
    long demoUsers() {
        return staff.find().isPresent() ? users.demoUsers() : 0;
    }
}
