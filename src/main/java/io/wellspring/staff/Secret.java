package io.wellspring.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A random text of 256 bits that opens something. Kept only as its digest; never printed. */
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secret random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** One that can be told from others where it stands in a script or, by mistake, in a repository. */
    static Secret forToken() {
        return new Secret("ws_" + random().text());
    }

    /** Whether {@code other} is the same, in a time that does not tell how much of it is. */
    public boolean matches(String other) {
        return MessageDigest.isEqual(sha256(text), sha256(other));
    }

    String digest() {
        return digestOf(text);
    }

    static String digestOf(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
