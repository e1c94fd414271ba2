package io.wellspring.audit;

import java.util.Locale;
import java.util.Optional;

/** How values read that the trail keeps as codes, numbers or documents; implemented by the module that knows them. */
public interface AuditedWords {

    /** What is called how for one reader, looked up once for a page of entries. */
    @FunctionalInterface
    interface Reader {

        /**
         * A value of an entry in the reader's words.
         *
         * @param action what was done, as {@link Audited#action()} says
         * @param field the key of the value
         * @return empty where the value is not this module's, or reads as it is kept
         */
        Optional<String> says(String action, String field, String value);
    }

    /** Asked once for each page of the trail. */
    Reader in(Locale locale);
}
