package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.AttributeType;
import io.wellspring.users.IdentityKind;
import io.wellspring.users.IntakeMode;
import io.wellspring.users.UserAttributes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@WellspringTest
@AsStaff
class RememberingMappingsTests {

    private static final String MEMBERS = "Kd-Nr,shoe,joined\nA1,38,05/04/2026\n";
    private static final ColumnUse KEY = ColumnUse.of(ImportField.EXTERNAL_ID);
    private static final ColumnUse JOINED = ColumnUse.of(ImportField.REGISTERED_AT);

    @Autowired
    private ImportDesk desk;

    @Autowired
    private MappingBook book;

    @Autowired
    private UserAttributes attributes;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private MessageSource messages;

    @Test
    void aFileWithTheSameHeaderIsMatchedAsLastTime() throws Exception {
        imported("members-2026-11.csv");

        long again =
                upload("members-2026-12.csv", MEMBERS.replace("Kd-Nr", "KD NR").replace("A1", "A2"));
        ImportView view = desk.find(again).orElseThrow();

        assertThat(view.mappedAs()).isEqualTo("members");
        assertThat(view.mapping())
                .isEqualTo(new Mapping(
                        List.of(KEY, new ColumnUse(new ColumnTarget.Attribute("shoe_size"), ColumnPolicy.FILL), JOINED),
                        IntakeMode.UPDATE_ONLY,
                        List.of(IdentityKind.EXTERNAL_ID),
                        true));
        assertThat(view.format().dateOrder()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(book.mappings()).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("members");
            assertThat(line.times()).isOne();
        });

        desk.guess(again);
        ImportView guessed = desk.find(again).orElseThrow();
        assertThat(guessed.mappedAs()).isNull();
        assertThat(guessed.mapping().mode()).isEqualTo(IntakeMode.CREATE_AND_UPDATE);
        desk.apply(again, "MEMBERS");
        assertThat(desk.find(again).orElseThrow().mapping()).isEqualTo(view.mapping());
        finish(again);
        assertThat(book.mappings()).extracting(MappingLine::times).containsExactly(2L);
    }

    @Test
    void refusedRowsThatWereMendedAreMatchedLikeTheirFile() throws Exception {
        imported("members.csv");
        String mended = "Kd-Nr,shoe,joined,行号,原因\nA1,39,05/04/2026,2,joined 无效\n";

        long again = upload("rejected-2.csv", mended);
        ImportView view = desk.find(again).orElseThrow();
        assertThat(view.mappedAs()).isEqualTo("members");
        assertThat(view.mapping().uses())
                .containsExactly(
                        KEY,
                        new ColumnUse(new ColumnTarget.Attribute("shoe_size"), ColumnPolicy.FILL),
                        JOINED,
                        ColumnUse.NONE,
                        ColumnUse.NONE);
        finish(again);

        assertThat(book.mappings()).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("members");
            assertThat(line.times()).isEqualTo(2);
        });
        assertThat(desk.find(upload("members.csv", MEMBERS)).orElseThrow().mappedAs())
                .isEqualTo("members");
    }

    @ParameterizedTest
    @CsvSource({
        "Line, Reason, true",
        "行号, 原因, true",
        "reason, line, false",
        "Line, Phone, false",
    })
    void onlyTheLineAndTheReasonBehindAreSetAside(String last, String behind, boolean like) {
        assertThat(Header.of(List.of("Kd-Nr", last, behind)).isLike(List.of("kdnr")))
                .isEqualTo(like);
        assertThat(Header.of(List.of(last, behind)).isLike(List.of())).isFalse();
    }

    @Test
    void theColumnsOfRefusedRowsAreKnownByWhatPagesCallThem() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            String line = messages.getMessage("imports.rejected.line", null, locale);
            String reason = messages.getMessage("imports.rejected.reason", null, locale);
            assertThat(Header.of(List.of("id", line, reason)).isOfRefusedRows()).isTrue();
        }
    }

    @Test
    void aHeaderMatchedByHandIsLearnedUntilItIsForgotten() throws Exception {
        imported("members.csv");
        assertThat(book.synonyms())
                .extracting(synonym -> synonym.shown() + " " + synonym.field() + " " + synonym.times())
                .containsExactly("Kd-Nr EXTERNAL_ID 1");

        assertThat(desk.find(upload("x.csv", "name,kd_nr\nAnn,A1\n"))
                        .orElseThrow()
                        .mapping()
                        .uses()
                        .get(1))
                .isEqualTo(KEY);
        book.forget(ImportKind.USERS, "kdnr", ImportField.EXTERNAL_ID);
        assertThat(desk.find(upload("y.csv", "name,kd_nr\nAnn,A1\n"))
                        .orElseThrow()
                        .mapping()
                        .uses()
                        .get(1))
                .isEqualTo(ColumnUse.NONE);
    }

    @Test
    void theMostChosenMeaningGoesBeforeTheBuiltInWords() throws Exception {
        for (ImportField field : List.of(ImportField.NAME, ImportField.CITY, ImportField.CITY)) {
            long id = upload("towns.csv", "id,town\nA1,Hangzhou\n");
            desk.map(id, Mapping.usual(List.of(KEY, ColumnUse.of(field))));
            finish(id);
        }
        assertThat(book.synonyms()).extracting(LearnedSynonym::field).containsExactly(ImportField.NAME);

        for (int i = 0; i < 2; i++) {
            long id = upload("towns.csv", "id,town\nA1,Hangzhou\n");
            desk.map(id, Mapping.usual(List.of(KEY, ColumnUse.of(ImportField.PROVINCE))));
            finish(id);
        }
        long other = upload("other.csv", "town,id\nHangzhou,A1\n");
        assertThat(desk.find(other).orElseThrow().mapping().uses().getFirst())
                .isEqualTo(ColumnUse.of(ImportField.PROVINCE));
    }

    @Test
    void aMappingIsAppliedByNameOnlyWhereItFits() throws Exception {
        imported("members.csv");
        long other = upload("other.csv", "id,name\nA1,Ann\n");

        assertThatExceptionOfType(MappingDoesNotFit.class).isThrownBy(() -> desk.apply(other, "members"));
        assertThatExceptionOfType(UnknownMapping.class).isThrownBy(() -> desk.apply(other, "nothing"));
        assertThatExceptionOfType(MappingNameTaken.class)
                .isThrownBy(() -> desk.rememberAs(other, "Members"))
                .satisfies(refusal -> assertThat(refusal.field()).contains("remember"));
        assertThat(desk.find(upload("members.csv", "id,name\nA1,Ann\n"))
                        .orElseThrow()
                        .mappingName())
                .isEqualTo("members 2");
    }

    @Test
    void aMappingOfARetiredAttributeIsNotOffered() throws Exception {
        imported("members.csv");
        attributes.retire("shoe_size");

        long again = upload("members.csv", MEMBERS);
        assertThat(desk.find(again).orElseThrow().mappedAs()).isNull();
        assertThatExceptionOfType(AttributeGone.class).isThrownBy(() -> desk.apply(again, "members"));
    }

    @Test
    void mappingsAreRenamedAndForgotten() throws Exception {
        imported("members.csv");
        long first = book.mappings().getFirst().id();
        long other = upload("shops.csv", "id,name\nA1,Ann\n");
        finish(other);

        assertThatExceptionOfType(MappingNameTaken.class).isThrownBy(() -> book.rename(first, "SHOPS"));
        assertThatExceptionOfType(MappingNameMissing.class).isThrownBy(() -> book.rename(first, " "));
        book.rename(first, "People");
        assertThat(book.mappings()).extracting(MappingLine::name).containsExactly("People", "shops");
        book.forget(first);
        assertThat(book.mappings()).extracting(MappingLine::name).containsExactly("shops");
        assertThat(desk.find(upload("members.csv", MEMBERS)).orElseThrow().mappedAs())
                .isNull();
    }

    private void imported(String fileName) throws IOException {
        long known = upload("known.csv", "id\nA1\n");
        desk.rememberAs(known, "known");
        finish(known);
        book.forget(book.mappings().getFirst().id());
        long id = upload(fileName, MEMBERS);
        FileFormat sniffed = desk.find(id).orElseThrow().format();
        desk.read(
                id,
                new FileFormat(
                        sniffed.charset(),
                        sniffed.delimiter(),
                        sniffed.quote(),
                        true,
                        DateOrder.DAY_FIRST,
                        sniffed.decimalSign(),
                        sniffed.phoneRegion()));
        ColumnTarget shoes = new ColumnTarget.NewAttribute("", "Shoe size", AttributeType.NUMBER);
        desk.map(
                id,
                new Mapping(
                        List.of(KEY, new ColumnUse(shoes, ColumnPolicy.FILL), JOINED),
                        IntakeMode.UPDATE_ONLY,
                        List.of(IdentityKind.EXTERNAL_ID),
                        true));
        finish(id);
    }

    private void finish(long id) {
        desk.rehearse(id);
        jobs.runPending();
        desk.commit(id);
        jobs.runPending();
        assertThat(desk.find(id).map(ImportView::state)).isEqualTo(Optional.of(ImportState.COMMITTED));
    }

    private long upload(String name, String text) throws IOException {
        return desk.upload(ImportKind.USERS, name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
