package io.wellspring.points.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/**
 * What a form with one text and one file sent, read up to a size.
 *
 * @param text what was typed
 * @param file what the file holds; nothing if there is none
 */
@SuppressWarnings("ArrayRecordComponent")
record SentParts(String text, byte[] file) {

    /** Says that the form is ours, and nothing else. */
    private static final String TOKEN = "_csrf";

    /** @param most how many bytes of each are of use: one more is read, to tell */
    static SentParts of(HttpServletRequest request, int most) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] file = {};
        FileItemInputIterator parts = new JakartaServletFileUpload<>().getItemIterator(request);
        while (parts.hasNext()) {
            FileItemInput part = parts.next();
            try (InputStream content = part.getInputStream()) {
                byte[] read = content.readNBytes(most + 1);
                content.transferTo(OutputStream.nullOutputStream());
                if (TOKEN.equals(part.getFieldName())) {
                    continue;
                }
                if (part.isFormField()) {
                    text.append(new String(read, StandardCharsets.UTF_8)).append('\n');
                } else {
                    file = read;
                }
            }
        }
        return new SentParts(text.toString(), file);
    }
}
