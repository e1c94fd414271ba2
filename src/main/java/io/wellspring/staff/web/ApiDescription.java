package io.wellspring.staff.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What other systems may ask, in OpenAPI, for whoever has a token. Kept by hand; a test says that nothing is missing. */
@RestController
class ApiDescription {

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<Resource> describe() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ClassPathResource("openapi/openapi.json"));
    }
}
