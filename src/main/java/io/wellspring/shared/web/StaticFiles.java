package io.wellspring.shared.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Where files are, and nowhere else. The usual mapping of every address has each link of a page looked for among all files whenever it is
 * written, which takes a fifth of a millisecond and is not remembered of what is no file.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    /** Addresses change with what the files hold. */
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (String folder : new String[] {"css", "js", "img"}) {
            files(registry, "/" + folder + "/**", "classpath:/static/" + folder + "/")
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
        files(registry, "/webjars/**", "classpath:/META-INF/resources/webjars/").resourceChain(true);
        files(registry, "/_static/**", "classpath:/META-INF/resources/_static/").resourceChain(true);
    }

    private static ResourceHandlerRegistration files(ResourceHandlerRegistry registry, String pattern, String place) {
        return registry.addResourceHandler(pattern).addResourceLocations(place).setCacheControl(FOR_GOOD);
    }
}
