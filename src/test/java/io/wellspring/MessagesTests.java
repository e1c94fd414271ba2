package io.wellspring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** English and Simplified Chinese say the same things, and pages say nothing that has no text. */
class MessagesTests {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern USED = Pattern.compile("#\\{([a-z][A-Za-z0-9._-]+)[(}]");

    static Stream<String> files() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        String names = Objects.requireNonNull(yaml.getObject()).getProperty("spring.messages.basename");
        return Stream.of(names.split(",\\s*"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void bothLanguagesHaveTheSameKeys(String name) throws IOException {
        assertThat(load(name + "_zh_CN").stringPropertyNames())
                .isEqualTo(load(name).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("files")
    void bothLanguagesUseTheSameArguments(String name) throws IOException {
        Properties english = load(name);
        Properties chinese = load(name + "_zh_CN");
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(chinese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void noTextIsEmptyOrLosesItsApostrophes(String name) throws IOException {
        for (String file : new String[] {name, name + "_zh_CN"}) {
            Properties texts = load(file);
            for (String key : texts.stringPropertyNames()) {
                assertThat(texts.getProperty(key))
                        .as(file + " " + key)
                        .isNotBlank()
                        .doesNotContain("'");
            }
        }
    }

    @Test
    void noKeyIsSaidTwice() throws IOException {
        Map<String, String> owners = new HashMap<>();
        for (String name : files().toList()) {
            for (String key : load(name).stringPropertyNames()) {
                assertThat(owners.put(key, name)).as(key + " in " + name).isNull();
            }
        }
    }

    @Test
    void everyTextATemplateNamesIsThere() throws IOException {
        Set<String> known = new HashSet<>();
        for (String name : files().toList()) {
            known.addAll(load(name).stringPropertyNames());
        }
        Set<String> missing = new TreeSet<>();
        int seen = 0;
        for (Resource template :
                new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html")) {
            Matcher used = USED.matcher(template.getContentAsString(StandardCharsets.UTF_8));
            while (used.find()) {
                seen++;
                if (!known.contains(used.group(1))) {
                    missing.add(template.getFilename() + ": " + used.group(1));
                }
            }
        }
        assertThat(seen).isGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = ARGUMENT.matcher(text);
        while (matcher.find()) {
            arguments.add(matcher.group(1));
        }
        return arguments;
    }

    private static Properties load(String name) throws IOException {
        return PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource(name + ".properties"), StandardCharsets.UTF_8));
    }
}
