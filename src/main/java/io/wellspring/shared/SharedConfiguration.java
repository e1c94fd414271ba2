package io.wellspring.shared;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WellspringProperties.class)
class SharedConfiguration {

    @Bean
    Clock systemClock() {
        return Clock.systemUTC();
    }
}
