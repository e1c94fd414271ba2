package io.wellspring.staff;

import io.wellspring.staff.web.LoggedInForTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.test.context.support.WithSecurityContext;

/** The test runs as Ann, who is on the staff in this role and logged in; for pages and front doors alike. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@WithSecurityContext(factory = LoggedInForTest.class)
public @interface AsStaff {

    Role value() default Role.ADMIN;
}
