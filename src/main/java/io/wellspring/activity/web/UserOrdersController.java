package io.wellspring.activity.web;

import io.wellspring.activity.ActivityLog;
import io.wellspring.shared.UserId;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The orders and refunds of one user: a page of its own, and a part of the user's page. */
@Controller
@RequiredArgsConstructor
class UserOrdersController {

    private static final int PAGE_SIZE = 20;

    private final ActivityLog log;
    private final UserDirectory users;

    @GetMapping("/users/{id:[1-9]\\d{0,17}}/orders")
    String list(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        UserId user = new UserId(id);
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("orders", log.ordersOf(user, page, PAGE_SIZE));
        model.addAttribute("ordersUrl", "/users/" + id + "/orders");
        return part ? "activity/orders :: orders" : "activity/orders";
    }
}
