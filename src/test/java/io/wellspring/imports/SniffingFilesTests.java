package io.wellspring.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SniffingFilesTests {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Sniffer sniffer = new Sniffer(Vocabulary.of("imports/header-synonyms.properties"), "CN");

    @Test
    void chineseExcel() {
        FileFormat format = sniff("会员号,姓名,注册日期\r\nM1,王芳,2022/9/14\r\n", GB18030);

        assertThat(format.charset()).isEqualTo("GB18030");
        assertThat(format.header()).isTrue();
        assertThat(format.dateOrder()).isEqualTo(DateOrder.YEAR_FIRST);
    }

    @Test
    void utf8IsRecognisedByAllOfTheFileNotByItsStart() {
        String text = "id,name\n" + "1,ann\n".repeat(100_000) + "2,王芳\n";

        assertThat(sniff(text, StandardCharsets.UTF_8).charset()).isEqualTo("UTF-8");
        assertThat(sniff(text, GB18030).charset()).isEqualTo("GB18030");
    }

    @Test
    void utf16ByItsMark() {
        assertThat(sniff("\uFEFFid,name\n1,王芳\n", StandardCharsets.UTF_16LE).charset())
                .isEqualTo("UTF-16LE");
        assertThat(sniff("\uFEFFid,name\n1,王芳\n", StandardCharsets.UTF_16BE).charset())
                .isEqualTo("UTF-16BE");
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void delimiters(char sign) {
        String text = "id,name,note\n1,ann,x\n2,bob,\"a, b; c\"\n".replace(',', sign);

        assertThat(sniff(text, StandardCharsets.UTF_8).delimiter()).isEqualTo(sign);
    }

    @Test
    void dayFirstIsProvedByADayAfterTheTwelfth() {
        assertThat(sniff("id,date\n1,05/01/2026\n2,20/11/2026\n", StandardCharsets.UTF_8)
                        .dateOrder())
                .isEqualTo(DateOrder.DAY_FIRST);
        assertThat(sniff("id,date\n1,05/01/2026\n2,11/20/2026\n", StandardCharsets.UTF_8)
                        .dateOrder())
                .isEqualTo(DateOrder.MONTH_FIRST);
    }

    @Test
    void decimalComma() {
        assertThat(sniff("id;amount\n1;12,50\n2;1.234,00\n", StandardCharsets.UTF_8)
                        .decimalSign())
                .isEqualTo(DecimalSign.COMMA);
        assertThat(sniff("id;amount\n1;12.50\n", StandardCharsets.UTF_8).decimalSign())
                .isEqualTo(DecimalSign.POINT);
    }

    @Test
    void withoutHeader() {
        assertThat(sniff("A1,13800002210,2026-11-20\nA2,13800002211,2026-11-20\n", StandardCharsets.UTF_8)
                        .header())
                .isFalse();
        assertThat(sniff("foo,bar\n17,13800002211\n", StandardCharsets.UTF_8).header())
                .isTrue();
    }

    @Test
    void whatIsNoCsvIsRefused() throws Exception {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(workbook)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
        }
        assertThatExceptionOfType(NotACsv.class).isThrownBy(() -> sniffer.sniff(workbook.toByteArray(), false));
        assertThatExceptionOfType(NotACsv.class).isThrownBy(() -> sniffer.sniff(new byte[] {'a', 0, 'b'}, true));
        assertThatExceptionOfType(EmptyFile.class).isThrownBy(() -> sniffer.sniff(new byte[0], true));
        assertThatExceptionOfType(EmptyFile.class)
                .isThrownBy(() -> sniffer.sniff("\n\n\n".getBytes(StandardCharsets.UTF_8), true));
    }

    @Test
    void aHundredThousandColumnsAreRefused() {
        assertThatExceptionOfType(TooManyColumns.class)
                .isThrownBy(
                        () -> sniff("c,".repeat(100_000) + "\n" + "1,".repeat(100_000) + "\n", StandardCharsets.UTF_8));
    }

    @Property(tries = 200)
    void utf8CutAnywhereIsStillUtf8(@ForAll String text, @ForAll @IntRange(min = 1, max = 7) int step) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Utf8Check check = new Utf8Check();
        for (int at = 0; at < bytes.length; at += step) {
            int length = Math.min(step, bytes.length - at);
            byte[] piece = new byte[length];
            System.arraycopy(bytes, at, piece, 0, length);
            check.add(piece, length);
        }
        assertThat(check.isValid()).isTrue();
    }

    private FileFormat sniff(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        Utf8Check utf8 = new Utf8Check();
        utf8.add(bytes, bytes.length);
        return sniffer.sniff(bytes, utf8.isValid());
    }
}
