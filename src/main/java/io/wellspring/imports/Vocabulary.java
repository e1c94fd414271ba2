package io.wellspring.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Words that files use for what we know by one name; case, spaces and punctuation do not count. */
final class Vocabulary {

    private final Map<String, Set<String>> meanings = new HashMap<>();

    private Vocabulary(Properties words) {
        words.stringPropertyNames().forEach(meaning -> {
            for (String word : words.getProperty(meaning).split(",")) {
                meanings.computeIfAbsent(plain(word), unused -> new LinkedHashSet<>())
                        .add(meaning);
            }
        });
    }

    /** Reads a list of words from the class path: {@code MEANING=word,word,…}. */
    static Vocabulary of(String resource) {
        try {
            return new Vocabulary(PropertiesLoaderUtils.loadProperties(
                    new EncodedResource(new ClassPathResource(resource), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every meaning a word can have. */
    Set<String> meanings(String word) {
        Set<String> asWritten = meanings.get(word);
        return asWritten != null ? asWritten : meanings.getOrDefault(plain(word), Set.of());
    }

    /** The one meaning of a word. */
    Optional<String> meaning(String word) {
        return meanings(word).stream().findFirst();
    }

    /** A word without what does not count. */
    static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
