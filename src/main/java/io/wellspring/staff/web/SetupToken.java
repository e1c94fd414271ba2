package io.wellspring.staff.web;

import io.wellspring.staff.Secret;
import io.wellspring.staff.Setup;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Proves that whoever sets up Wellspring from another machine can read its log. */
@Slf4j
@Component
@RequiredArgsConstructor
class SetupToken {

    private final Setup setup;
    private final Secret token = Secret.random();

    boolean is(String shown) {
        return token.matches(shown.strip());
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        if (setup.isOpen()) {
            log.info(
                    "There is no staff yet. Open /setup in a browser on this machine; from any other it asks for this one-time token: {}",
                    token.text());
        }
    }
}
