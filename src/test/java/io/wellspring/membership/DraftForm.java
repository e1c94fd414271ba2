package io.wellspring.membership;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The form of the draft with three tiers: what is typed is the growth value that the second is reached by; the third takes 5,000. */
@RequiredArgsConstructor
final class DraftForm {

    private final MockMvcTester mvc;
    private final TierProgram program;

    private String form = "one";
    private long edition;

    /** At an edition that may no longer be the one there is; else it is at whichever there is when it is sent. */
    void openAt(long edition) {
        this.edition = edition;
    }

    /** From now on as another form, on a page opened elsewhere. */
    void openAs(String form) {
        this.form = form;
    }

    String saved(String growth, boolean part) {
        return Pages.textOf(sent(growth, "", "", part));
    }

    MvcTestResult sent(String growth, String act, String effectiveOn, boolean part, String... other) {
        Pages.backAtTheKeyboard();
        DraftSeen seen = program.draft().map(Programme::edition).orElse(new DraftSeen(0, ""));
        var request = mvc.post()
                .uri("/tiers/draft")
                .with(csrf())
                .param("edition", "" + (edition == 0 ? seen.edition() : edition))
                .param("form", form)
                .param("tiers", "1,2,3")
                .param("act", act)
                .param("effectiveOn", effectiveOn)
                .param("reachDays", "365")
                .param("keepDays", "365")
                .param("orderFactor", "1");
        if (part) {
            request = request.header("HX-Request", "true");
        }
        Map<String, String> names = new HashMap<>();
        for (int tier = 1; tier <= 3; tier++) {
            names.put("t" + tier + "-nameEn", tier == 1 ? "Basic" : "Tier " + tier);
            names.put("t" + tier + "-nameZh", "等级" + tier);
        }
        for (int i = 0; i < other.length; i += 2) {
            names.put(other[i], other[i + 1]);
        }
        for (Map.Entry<String, String> name : names.entrySet()) {
            request = request.param(name.getKey(), name.getValue());
        }
        for (int tier = 1; tier <= 3; tier++) {
            request = request.param("t" + tier + "-colour", "#2b98a3")
                    .param("t" + tier + "-multiplier", "1.5")
                    .param("t" + tier + "-months", "12")
                    .param("t" + tier + "-grace", "30");
        }
        return request.param("t2-entry-growth", growth)
                .param("t3-entry-growth", "5,000")
                .exchange();
    }

    long editionNow() {
        Pages.backAtTheKeyboard();
        return program.draft().orElseThrow().edition().edition();
    }
}
