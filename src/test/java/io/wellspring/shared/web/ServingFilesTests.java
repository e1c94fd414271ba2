package io.wellspring.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

@WellspringTest
class ServingFilesTests {

    @Autowired
    private ResourceUrlProvider addresses;

    @Autowired
    private MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(strings = {"/css/wellspring.css", "/js/theme.js", "/img/wellspring.svg"})
    void nameOurFilesByWhatTheyHold(String file) {
        String address = Objects.requireNonNull(addresses.getForLookupPath(file));

        assertThat(address).matches("/\\w+/\\w+-[0-9a-f]{32}\\.\\w+");
        assertThat(mvc.get().uri(address))
                .hasStatusOk()
                .headers()
                .hasValue("Cache-Control", "max-age=31536000, public");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webjars/tabler__core/dist/css/tabler.min.css",
                "/webjars/tabler__icons-webfont/dist/tabler-icons-outline.min.css",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/_static/echarts/6.0.0/dist/echarts.min.js"
            })
    void nameFilesOfLibrariesByTheirVersion(String file) {
        String address = Objects.requireNonNull(addresses.getForLookupPath(file));

        assertThat(address).containsPattern("/\\d+\\.\\d+\\.\\d+/");
        assertThat(mvc.get().uri(address)).hasStatusOk();
    }

    @Test
    void doNotLookForPagesAmongFiles() {
        assertThat(addresses.getForLookupPath("/users/4")).isNull();
    }
}
