package io.wellspring.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class DownloadingCsvTests {

    @Test
    void disarmsWhatASpreadsheetWouldRun() {
        assertThat(CsvDownload.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvDownload.cell("+8613800000000")).isEqualTo("'+8613800000000");
        assertThat(CsvDownload.cell("-cmd")).isEqualTo("'-cmd");
        assertThat(CsvDownload.cell("@sum")).isEqualTo("'@sum");
        assertThat(CsvDownload.cell("\t=1")).isEqualTo("'\t=1");
        assertThat(CsvDownload.cell("\r=1")).isEqualTo("'\r=1");
    }

    @Test
    void leavesNumbersAndWordsAlone() {
        assertThat(CsvDownload.cell("-12.50")).isEqualTo("-12.50");
        assertThat(CsvDownload.cell(7)).isEqualTo("7");
        assertThat(CsvDownload.cell("a=b")).isEqualTo("a=b");
        assertThat(CsvDownload.cell(null)).isEmpty();
    }

    @Test
    void startsWithAByteOrderMark() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try (CsvDownload csv = CsvDownload.to(response, "用户.csv")) {
            csv.row("名", "a,b");
        }

        assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("\ufeff名,\"a,b\"\r\n");
        assertThat(response.getHeader("Content-Disposition")).startsWith("attachment;");
    }
}
