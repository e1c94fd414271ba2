package io.wellspring;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleTests {

    @Test
    void modulesUseOnlyWhatTheyMay() {
        ApplicationModules.of(WellspringApplication.class).verify();
    }
}
