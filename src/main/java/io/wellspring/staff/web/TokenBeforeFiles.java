package io.wellspring.staff.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the token of a form that sends files in its first field, so that it stands in no address. It looks at the first {@value #LOOKED_AT}
 * bytes only, and only at those of staff who are logged in; whoever reads the files still reads them as they stream in.
 */
class TokenBeforeFiles extends OncePerRequestFilter {

    private static final int LOOKED_AT = 1024;
    private static final String TOKEN = "_csrf";
    private static final Pattern FIRST_FIELD =
            Pattern.compile("--([^\\r\\n]{1,100})\\r\\n" + "(?i:content-disposition): form-data; name=\"" + TOKEN
                    + "\"\\r\\n\\r\\n([^\\r\\n]{1,400})\\r\\n--\\1\\r\\n");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] start = request.getInputStream().readNBytes(LOOKED_AT);
        chain.doFilter(new LookedAt(request, start), response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        return !type.regionMatches(true, 0, "multipart/form-data", 0, "multipart/form-data".length())
                || SecurityContextHolder.getContext().getAuthentication() == null;
    }

    /** A request whose first bytes were read, and are read once more by whoever comes next. */
    private static final class LookedAt extends HttpServletRequestWrapper {

        private final byte[] start;
        private @Nullable ServletInputStream content;

        LookedAt(HttpServletRequest request, byte[] start) {
            super(request);
            this.start = start;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return name.equals(TOKEN) ? token().orElseGet(() -> super.getParameter(name)) : super.getParameter(name);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (content == null) {
                content = new FromTheStart(start, super.getInputStream());
            }
            return content;
        }

        @Override
        public BufferedReader getReader() {
            throw new IllegalStateException("A form that sends files is read by its bytes");
        }

        @Override
        public Collection<Part> getParts() {
            throw new IllegalStateException("A form that sends files is read as it streams in");
        }

        private Optional<String> token() {
            Matcher field = FIRST_FIELD.matcher(new String(start, StandardCharsets.ISO_8859_1));
            return field.lookingAt() ? Optional.of(field.group(2)) : Optional.empty();
        }
    }

    private static final class FromTheStart extends ServletInputStream {

        private final ByteArrayInputStream first;
        private final ServletInputStream rest;
        private final InputStream all;

        FromTheStart(byte[] start, ServletInputStream rest) {
            this.first = new ByteArrayInputStream(start);
            this.rest = rest;
            this.all = new SequenceInputStream(first, rest);
        }

        @Override
        public int read() throws IOException {
            return all.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return all.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return first.available() == 0 && rest.isFinished();
        }

        @Override
        public boolean isReady() {
            return first.available() > 0 || rest.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("A form that was looked at is read as it comes");
        }

        @Override
        public void close() throws IOException {
            all.close();
        }
    }
}
