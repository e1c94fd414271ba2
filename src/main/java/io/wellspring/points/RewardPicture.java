package io.wellspring.points;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A picture of a reward; what it is was read from its content.
 *
 * @param etag tells one content from the next
 */
@SuppressWarnings("ArrayRecordComponent")
public record RewardPicture(String mediaType, byte[] content, String etag) {

    public static final int MOST_BYTES = 512 * 1024;

    /** @throws PictureUnfit if it is too large, or no PNG, JPEG, GIF or WebP */
    public static RewardPicture of(byte[] content) {
        if (content.length == 0 || content.length > MOST_BYTES) {
            throw new PictureUnfit(MOST_BYTES / 1024);
        }
        return new RewardPicture(mediaType(content), content, digest(content));
    }

    private static String mediaType(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, 12), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return "image/gif";
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        throw new PictureUnfit(MOST_BYTES / 1024);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
