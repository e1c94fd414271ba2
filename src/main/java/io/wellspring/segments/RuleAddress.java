package io.wellspring.segments;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A rule short enough to stand in an address: its JSON, deflated, in the letters addresses have. */
public final class RuleAddress {

    private static final int LONGEST = 100_000;

    private RuleAddress() {}

    public static String write(RuleNode rule) {
        byte[] text = RuleJson.write(rule).getBytes(StandardCharsets.UTF_8);
        byte[] small = new byte[text.length + 64];
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(text);
            deflater.finish();
            int length = deflater.deflate(small);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(small, length));
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws UnreadableRule if it is not that, cut off for instance
     */
    public static RuleNode read(String address) {
        byte[] text = new byte[LONGEST];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(Base64.getUrlDecoder().decode(address));
            int length = inflater.inflate(text);
            if (!inflater.finished()) {
                throw new UnreadableRule("address");
            }
            return RuleJson.read(new String(text, 0, length, StandardCharsets.UTF_8));
        } catch (DataFormatException | IllegalArgumentException e) {
            throw new UnreadableRule("address");
        }
    }
}
