package io.wellspring.shared.web;

import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the server hands pages to the network. */
@Configuration(proxyBeanMethods = false)
class WritingPages {

    /** Bytes; a usual page fits. */
    private static final int PAGE = 128 << 10;

    /** A page is handed over in one piece: each piece is a call of the system, as dear as writing rows of it. */
    @Bean
    TomcatConnectorCustomizer inOnePiece() {
        return connector -> connector.setProperty("socket.appWriteBufSize", Integer.toString(PAGE));
    }
}
