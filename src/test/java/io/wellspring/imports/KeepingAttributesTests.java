package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.shared.IntakeChange;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.AttributeLabelTaken;
import io.wellspring.users.AttributeType;
import io.wellspring.users.AttributeValue;
import io.wellspring.users.UserAttribute;
import io.wellspring.users.UserAttributes;
import io.wellspring.users.UserDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WellspringTest
@AsStaff
class KeepingAttributesTests {

    private static final String SHOES = "id,Shoe size,Level\nA1,38.50,gold\nA2,42,silver\nA3,,gold\n";

    @Autowired
    private ImportDesk desk;

    @Autowired
    private UserAttributes attributes;

    @Autowired
    private UserDirectory directory;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anAttributeComesIntoBeingWithTheCommitAndNotBefore() throws Exception {
        long id = upload(SHOES);
        shoesAndLevels(id);
        ImportView rehearsed = rehearse(id);

        assertThat(rehearsed.announced().newcomers())
                .containsExactly(
                        new Newcomer(Newcomer.Kind.ATTRIBUTE, "", "Shoe size", 2),
                        new Newcomer(Newcomer.Kind.ATTRIBUTE, "", "Level", 3),
                        new Newcomer(Newcomer.Kind.CHOICE, "Level", "gold", 2),
                        new Newcomer(Newcomer.Kind.CHOICE, "Level", "silver", 1));
        assertThat(staged())
                .containsExactly(
                        "{\"shoe_size\": 38.5} {\"level\": \"gold\"}",
                        "{\"shoe_size\": 42} {\"level\": \"silver\"}",
                        "- {\"level\": \"gold\"}");
        assertThat(attributes.current()).isEmpty();
        commit(id);

        assertThat(attributes.current())
                .extracting(UserAttribute::code, UserAttribute::label, UserAttribute::type, UserAttribute::choices)
                .containsExactly(
                        tuple("level", "Level", AttributeType.CHOICE, List.of("gold", "silver")),
                        tuple("shoe_size", "Shoe size", AttributeType.NUMBER, List.of()));
    }

    @Test
    void valuesOverwriteOrFillAndShowBeforeAndAfter() throws Exception {
        shoesImported();
        long id = upload("id,shoe_size,level\nA1,39,silver\nA3,40,\nA2,42.0,silver\n");
        Mapping mapping = desk.find(id).orElseThrow().mapping();
        List<ColumnUse> uses = new ArrayList<>(mapping.uses());
        uses.set(2, new ColumnUse(uses.get(2).target(), ColumnPolicy.FILL));
        desk.map(id, mapping.withUses(uses));
        rehearse(id);

        assertThat(desk.samples(id, "UPDATED"))
                .flatExtracting(sample -> sample.changes())
                .containsExactly(
                        new IntakeChange(":shoe_size", "38.5", "39"), new IntakeChange(":shoe_size", null, "40"));
        assertThat(desk.samples(id, "UNCHANGED")).hasSize(1);
        commit(id);

        assertThat(jdbc.sql("select external_id || ' ' || attributes from users.users order by external_id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "A1 {\"level\": \"gold\", \"shoe_size\": 39}",
                        "A2 {\"level\": \"silver\", \"shoe_size\": 42}",
                        "A3 {\"level\": \"gold\", \"shoe_size\": 40}");
        attributes.retire("level");
        assertThat(directory.search("A1", 1).stream().flatMap(user -> directory.card(user).stream()))
                .flatExtracting(card -> card.attributes())
                .containsExactly(new AttributeValue("Shoe size", AttributeType.NUMBER, "39"));
        assertThat(attributes.all()).extracting(use -> use.users()).containsExactly(3L, 3L);
    }

    @Test
    void aColumnCalledLikeAnAttributeIsTakenForIt() throws Exception {
        shoesImported();
        long id = upload("id,鞋,shoe_size,level\nA1,left,forty,gold\nA4,right,40,bronze\n");

        assertThat(desk.find(id).orElseThrow().mapping().uses().subList(1, 4))
                .extracting(ColumnUse::target)
                .containsExactly(
                        ColumnTarget.NOTHING,
                        new ColumnTarget.Attribute("shoe_size"),
                        new ColumnTarget.Attribute("level"));
        ImportView view = rehearse(id);
        assertThat(desk.rejections(id, 9))
                .containsExactly(new RejectedLine(2, "NOT_A_NUMBER", "shoe_size", "forty", null, null));
        assertThat(view.announced().newcomers())
                .containsExactly(new Newcomer(Newcomer.Kind.CHOICE, "Level", "bronze", 1));
        commit(id);
        assertThat(attributes.current().getFirst().choices()).containsExactly("gold", "silver", "bronze");
    }

    @Test
    void valuesAreReadAsTheirTypeSays() throws Exception {
        long id = upload(
                "id;鞋码;入会;老客\nA1;1.234,5;31/12/2025;是\nA2;1,5;01/02/2026 10:00;no\nA3;1.5;;\nA4;;31.02.2026;\nA5;;;vielleicht\nA6;1.38E+10;;\n");
        map(
                id,
                create("鞋码", AttributeType.NUMBER),
                create("入会", AttributeType.DATE),
                create("老客", AttributeType.YES_NO));
        rehearse(id);

        assertThat(staged())
                .containsExactly(
                        "{\"入会\": \"2025-12-31\", \"老客\": true, \"鞋码\": 1234.5} -",
                        "{\"入会\": \"2026-02-01\", \"老客\": false, \"鞋码\": 1.5} -");
        assertThat(desk.rejections(id, 9))
                .extracting(line -> line.lineNo() + " " + line.reason() + " " + line.column())
                .containsExactly("4 NOT_A_NUMBER 鞋码", "5 NOT_A_DATE 入会", "6 NOT_YES_OR_NO 老客", "7 NOT_A_NUMBER 鞋码");
    }

    @Test
    void aNameThatIsTakenIsRefusedAtItsColumn() throws Exception {
        shoesImported();
        long id = upload("id,x,y\nA1,1,2\n");

        assertThatExceptionOfType(AttributeNameTaken.class)
                .isThrownBy(() -> map(id, create("shoe SIZE", AttributeType.TEXT), ColumnUse.NONE))
                .satisfies(refusal -> assertThat(refusal.field()).contains("field-1"));
        assertThatExceptionOfType(MappedTwice.class)
                .isThrownBy(() -> map(id, create("a", AttributeType.TEXT), create("A", AttributeType.DATE)));
        assertThatExceptionOfType(AttributeNameMissing.class)
                .isThrownBy(() -> map(id, ColumnUse.NONE, create(" ", AttributeType.TEXT)))
                .satisfies(refusal -> assertThat(refusal.field()).contains("field-2"));
        assertThatExceptionOfType(UseUnfit.class)
                .isThrownBy(() -> map(
                        id,
                        new ColumnUse(new ColumnTarget.Attribute("shoe_size"), ColumnPolicy.APPEND),
                        ColumnUse.NONE));
        assertThatExceptionOfType(AttributeGone.class)
                .isThrownBy(() ->
                        map(id, new ColumnUse(new ColumnTarget.Attribute("gone"), ColumnPolicy.FILL), ColumnUse.NONE));
    }

    @Test
    void anAttributeCanBeRenamedAndRetired() throws Exception {
        shoesImported();
        attributes.rename("level", "Rank");
        assertThatExceptionOfType(AttributeLabelTaken.class).isThrownBy(() -> attributes.rename("level", "shoe size"));
        attributes.retire("shoe_size");
        attributes.retire("shoe_size");

        assertThat(attributes.current()).extracting(UserAttribute::label).containsExactly("Rank");
        assertThat(attributes.all())
                .extracting(use -> use.attribute().retired())
                .containsExactly(false, true);
        assertThat(attributes.draft("Shoe size", AttributeType.TEXT).code()).isEqualTo("shoe_size_2");
        assertThat(jdbc.sql("select action from audit.entry where action like 'attribute.%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("attribute.created", "attribute.created", "attribute.renamed", "attribute.retired");
    }

    @Test
    void twoFilesThatBringTheSameAttributeShareIt() throws Exception {
        long first = upload(SHOES);
        shoesAndLevels(first);
        rehearse(first);
        long second = upload(SHOES);
        shoesAndLevels(second);
        rehearse(second);

        commit(first);
        commit(second);
        assertThat(attributes.current()).hasSize(2);
    }

    @Test
    void aChoiceHasAnEnd() throws Exception {
        StringBuilder many = new StringBuilder("id,no\n");
        for (int i = 1; i <= UserAttribute.MOST_CHOICES + 2; i++) {
            many.append("A%d,c%d\n".formatted(i, i));
        }
        long id = upload(many.toString());
        map(id, create("no", AttributeType.CHOICE));
        ImportView view = rehearse(id);

        assertThat(desk.rejectionReasons(id)).containsExactly(Map.entry("TOO_MANY_CHOICES", 2L));
        assertThat(view.announced().total(Newcomer.Kind.CHOICE)).isEqualTo(UserAttribute.MOST_CHOICES);
    }

    private void shoesImported() throws IOException {
        long id = upload(SHOES);
        shoesAndLevels(id);
        rehearse(id);
        commit(id);
    }

    private void shoesAndLevels(long id) {
        map(
                id,
                create("Shoe size", AttributeType.NUMBER),
                new ColumnUse(new ColumnTarget.NewAttribute("", "Level", AttributeType.CHOICE), ColumnPolicy.FILL));
    }

    private void map(long id, ColumnUse... others) {
        Mapping mapping = desk.find(id).orElseThrow().mapping();
        List<ColumnUse> uses = new ArrayList<>(List.of(ColumnUse.of(ImportField.EXTERNAL_ID)));
        uses.addAll(List.of(others));
        desk.map(id, mapping.withUses(uses));
    }

    private static ColumnUse create(String label, AttributeType type) {
        return new ColumnUse(new ColumnTarget.NewAttribute("", label, type), ColumnPolicy.OVERWRITE);
    }

    private List<String> staged() {
        return jdbc.sql("""
                        select coalesce(attributes::text, '-') || ' ' || coalesce(attributes_if_missing::text, '-')
                        from users.intake_row order by line_no
                        """).query(String.class).list();
    }

    private ImportView rehearse(long id) {
        desk.rehearse(id);
        jobs.runPending();
        return desk.find(id).orElseThrow();
    }

    private void commit(long id) {
        desk.commit(id);
        jobs.runPending();
        assertThat(desk.find(id).map(ImportView::state)).isEqualTo(Optional.of(ImportState.COMMITTED));
    }

    private long upload(String text) throws IOException {
        return desk.upload(
                ImportKind.USERS, "test.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
