package io.wellspring.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Whether bytes that arrive piece by piece are strictly valid UTF-8, a character cut in two by a piece's end included. */
final class Utf8Check {

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer sink = CharBuffer.allocate(1 << 14);
    private ByteBuffer left = ByteBuffer.allocate(0);
    private boolean valid = true;

    void add(byte[] bytes, int length) {
        if (!valid) {
            return;
        }
        ByteBuffer input = ByteBuffer.allocate(left.remaining() + length)
                .put(left)
                .put(bytes, 0, length)
                .flip();
        CoderResult result = decoder.decode(input, sink, false);
        while (result.isOverflow()) {
            sink.clear();
            result = decoder.decode(input, sink, false);
        }
        sink.clear();
        valid = !result.isError();
        left = ByteBuffer.allocate(input.remaining()).put(input).flip();
    }

    /** What stands so far; a character that is not finished at the end makes it invalid. */
    boolean isValid() {
        return valid && !left.hasRemaining();
    }
}
