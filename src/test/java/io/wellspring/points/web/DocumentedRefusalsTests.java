package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.web.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/points.md tells other systems every refusal they may be answered with. */
class DocumentedRefusalsTests {

    /** Of pages only: settings, rules, the catalogue, adjustments, grants, and deciding on redemptions. */
    private static final Set<String> OF_PAGES = Set.of(
            "amount-unfit",
            "basis-fixed",
            "codes-unreadable",
            "decided-already",
            "earning-rule-changed-meanwhile",
            "grant-decided",
            "grant-name-missing",
            "grantees-changed",
            "nothing-to-stop",
            "own-grant",
            "own-request",
            "picture-unfit",
            "redemption-decided",
            "request-of-another",
            "request-withdrawn",
            "reward-changed-meanwhile",
            "reward-days-unclear",
            "reward-name-taken",
            "reward-tier-unknown",
            "rule-days-unclear",
            "rule-name-taken",
            "rule-segment-unfit",
            "rule-unfit",
            "setting-out-of-range",
            "settings-changed-meanwhile",
            "steps-unfit",
            "stock-gone",
            "supply-fixed",
            "text-unfit",
            "unknown-grant",
            "unknown-redemption",
            "unknown-request",
            "unknown-rule",
            "unreadable-key");

    @Test
    void eachIsDocumentedOrOfPagesOnly() throws IOException {
        String told = Files.readString(Path.of("docs/points.md"));
        Set<String> refusals = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.wellspring.points")
                        .stream()
                        .filter(type -> type.isAssignableTo(Refusal.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getSimpleName)
                        .map(Problem::code)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(refusals).containsAll(OF_PAGES);
        assertThat(Stream.concat(
                        refusals.stream(), Stream.of("field-unknown", "header-missing", "bad-request", "unknown-user")))
                .filteredOn(code -> !OF_PAGES.contains(code))
                .allSatisfy(code -> assertThat(told).contains("`" + code + "`"));
    }
}
