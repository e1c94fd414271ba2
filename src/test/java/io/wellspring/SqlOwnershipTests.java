package io.wellspring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.ApplicationModule;

/** Each module writes only its own schema and reads only those of modules it may use: the same arrows that hold its Java. */
class SqlOwnershipTests {

    private static final List<String> MODULES = List.of(
            "shared",
            "staff",
            "audit",
            "jobs",
            "users",
            "tags",
            "activity",
            "metrics",
            "rfm",
            "lifecycle",
            "membership",
            "points",
            "profiles",
            "segments",
            "imports",
            "pipeline",
            "dashboard");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");
    private static final Pattern NAME =
            Pattern.compile("\\b(" + String.join("|", MODULES) + ")\\.[a-z_]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern WRITE = Pattern.compile(
            "(?:insert\\s+into|(?<!do\\s)(?<!for\\s)(?<!no\\s)update|delete\\s+from|merge\\s+into|truncate|copy)\\s+([a-z_]+)\\.[a-z_]+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOCK = Pattern.compile(
            "\\b(now\\s*\\(|current_date|current_timestamp|current_time|localtimestamp|clock_timestamp)",
            Pattern.CASE_INSENSITIVE);

    static Stream<String> statements() throws IOException {
        return read("classpath*:sql/*/*.sql").keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void writesItsOwnSchemaOnly(String file) throws IOException {
        assertThat(written(file)).isSubsetOf(owner(file));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readsOnlyWhatItsModuleMayUse(String file) throws IOException {
        Set<String> may = new HashSet<>(mayUse().getOrDefault(owner(file), Set.of()));
        may.add(owner(file));
        assertThat(named(file)).isSubsetOf(may);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void isWrittenAsOursAre(String file) throws IOException {
        String text = text(file);
        assertThat(text).as("says what it does").startsWith("-- ");
        assertThat(CLOCK.matcher(bare(text)).find()).as("asks the clock").isFalse();
        assertThat(bare(text)).as("takes every column there is").doesNotContainPattern("(?i)select\\s+\\*");
        assertThat(bare(text))
                .as("is in lower case")
                .doesNotContainPattern("\\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE)\\b");
    }

    @Test
    void theRulesThemselvesBite() {
        assertThat(find(WRITE, "insert into users.users (a) select 1", 1)).containsExactly("users");
        assertThat(find(WRITE, "update users.users u set", 1)).containsExactly("users");
        assertThat(find(WRITE, "on conflict (a) do update set a = 1 from x.y", 1))
                .isEmpty();
        assertThat(find(NAME, "select 1 from users.users join rfm.score on true", 1))
                .containsExactlyInAnyOrder("users", "rfm");
        assertThat(CLOCK.matcher("where at < now()").find()).isTrue();
    }

    private static Set<String> written(String file) throws IOException {
        return find(WRITE, bare(text(file)), 1);
    }

    private static Set<String> named(String file) throws IOException {
        return find(NAME, bare(text(file)), 1);
    }

    private static Set<String> find(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        Set<String> found = new HashSet<>();
        while (matcher.find()) {
            found.add(matcher.group(group).toLowerCase());
        }
        return found;
    }

    private static String bare(String text) {
        return LITERAL.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("''");
    }

    private static String owner(String file) {
        return file.substring(0, file.indexOf('/'));
    }

    private static String text(String file) throws IOException {
        return read("classpath*:sql/" + file).values().iterator().next();
    }

    private static Map<String, Set<String>> mayUse() {
        Map<String, Set<String>> uses = new HashMap<>();
        for (String module : MODULES) {
            try {
                ApplicationModule declared = Class.forName("io.wellspring." + module + ".package-info")
                        .getAnnotation(ApplicationModule.class);
                uses.put(
                        module,
                        Stream.of(declared.allowedDependencies())
                                .map(name -> name.replaceAll("\\s*::.*", ""))
                                .collect(Collectors.toSet()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return uses;
    }

    private static Map<String, String> read(String pattern) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            String path = resource.getURL().getPath();
            files.put(
                    path.substring(path.lastIndexOf("/sql/") + 5), resource.getContentAsString(StandardCharsets.UTF_8));
        }
        assertThat(files).as("statements found by " + pattern).isNotEmpty();
        return files;
    }
}
