package io.wellspring.tags;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Tells what was seen from what is there now, so that nobody overwrites what they have not seen. */
final class Fingerprint {

    private static final int BYTES = 12;

    private Fingerprint() {}

    static String of(Object... parts) {
        String text = Arrays.stream(parts)
                .map(Object::toString)
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
