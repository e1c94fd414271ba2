package io.wellspring.shared;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/**
 * The texts of all modules in both languages. The usual source looks for a text in one file after the other, of which there is one a module;
 * this one keeps all texts of a language together, and never looks at the files again.
 */
@Configuration(proxyBeanMethods = false)
class Texts {

    private static final int FOR_GOOD = -1;

    @Bean
    MessageSource messageSource(@Value("${spring.messages.basename}") List<String> names) {
        ReloadableResourceBundleMessageSource texts = new ReloadableResourceBundleMessageSource();
        texts.setBasenames(names.stream().map(name -> "classpath:" + name).toArray(String[]::new));
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setCacheSeconds(FOR_GOOD);
        return texts;
    }
}
