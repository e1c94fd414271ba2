package io.wellspring.shared;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database of an installation that names none: a real PostgreSQL of our own, in the data directory. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "\0")
@ConditionalOnMissingBean(value = JdbcConnectionDetails.class, ignored = EmbeddedConnection.class)
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(WellspringProperties properties) {
        return EmbeddedServer.start(properties.dataDirectory(), EmbeddedServer.Durability.FULL);
    }

    @Bean
    EmbeddedConnection embeddedConnection(EmbeddedServer server) {
        return new EmbeddedConnection(server);
    }
}
