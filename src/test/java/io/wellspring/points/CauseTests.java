package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class CauseTests {

    private static final String NAMED = "points.source.";

    /** What we write under has a name of ours on every page; the word for who leaves it out is theirs. */
    @Test
    void everySourceWithANameIsOursButThatOfOtherSystems() throws IOException {
        assertThat(
                        PropertiesLoaderUtils.loadProperties(new ClassPathResource("i18n/messages-points.properties"))
                                .stringPropertyNames()
                                .stream()
                                .filter(key -> key.startsWith(NAMED))
                                .map(key -> key.substring(NAMED.length()))
                                .filter(source -> !source.equals("api"))
                                .collect(Collectors.toSet()))
                .isEqualTo(Cause.OURS);
    }
}
