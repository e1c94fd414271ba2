package io.wellspring.staff.web;

import io.wellspring.shared.web.Awaiting;
import io.wellspring.shared.web.PageFacts;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.Role;
import io.wellspring.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What the layout shows to whom, found out once a page instead of by a security expression at each item. It only hides what would be
 * refused anyhow.
 */
@Component
@RequiredArgsConstructor
class StaffFacts implements HandlerInterceptor, WebMvcConfigurer {

    private final CurrentStaff currentStaff;
    private final ObjectProvider<Awaiting> awaiting;
    private final MessageSource texts;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<Role> role = currentStaff.find().map(StaffMember::role);
        request.setAttribute("loggedIn", role.isPresent());
        Decisions decisions = new Decisions(role.isPresent() ? awaiting.stream().toList() : List.of());
        request.setAttribute("decisions", decisions);
        role.ifPresent(one -> request.setAttribute(
                "menu", new Menu(PageFacts.path(request), one, decisions, texts, LocaleContextHolder.getLocale())));
        request.setAttribute(
                "isManager",
                role.filter(one -> one.compareTo(Role.MANAGER) >= 0).isPresent());
        request.setAttribute(
                "isAdmin", role.filter(one -> one.compareTo(Role.ADMIN) >= 0).isPresent());
        return true;
    }
}
