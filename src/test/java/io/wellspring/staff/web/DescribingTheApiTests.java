package io.wellspring.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.staff.Role;
import io.wellspring.staff.Scope;
import io.wellspring.staff.StaffFixtures;
import io.wellspring.staff.TokenFixtures;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description names every address of the API, and none that is not there; whatever it points to is in it. */
@WellspringTest
@Import({StaffFixtures.class, TokenFixtures.class})
class DescribingTheApiTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private StaffFixtures staff;

    @Autowired
    private TokenFixtures tokens;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void everyAddressIsDescribedAndNoOther() throws IOException {
        Set<String> described = new TreeSet<>();
        description()
                .get("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(method -> described.add(method + " " + path.getKey())));

        assertThat(described).isEqualTo(mapped()).hasSizeGreaterThan(10);
    }

    @Test
    void whateverItPointsToIsInIt() throws IOException {
        JsonNode description = description();
        assertThat(description.get("openapi").asString()).startsWith("3.1");
        for (JsonNode reference : description.findValues("$ref")) {
            assertThat(description.at(reference.asString().substring(1)).isMissingNode())
                    .as(reference.asString())
                    .isFalse();
        }
    }

    @Test
    void whoHasATokenReadsIt() {
        String token = tokens.working("shop", staff.active("ann@example.org", Role.ADMIN), Scope.POINTS);
        assertThat(mvc.get().uri("/api/v1/openapi.json").header("Authorization", "Bearer " + token))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.info.title")
                .isEqualTo("Wellspring");
        assertThat(mvc.get().uri("/api/v1/openapi.json")).hasStatus(401);
    }

    private Set<String> mapped() {
        Set<String> mapped = new TreeSet<>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith("/api/")) {
                    mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(method -> mapped.add(method.name().toLowerCase(Locale.ROOT) + " " + path));
                }
            }
        }
        return mapped;
    }

    private static JsonNode description() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(new ClassPathResource("openapi/openapi.json").getContentAsByteArray());
    }
}
