package io.wellspring.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.staff.AsStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WellspringTest
@AsStaff
class SmokeTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void pagesOpen() {
        for (String page : new String[] {"/staff", "/staff/new", "/account", "/audit", "/jobs"}) {
            assertThat(mvc.get().uri(page).exchange()).as(page).hasStatusOk();
        }
    }
}
