package io.wellspring.imports;

/** How the two columns added to refused rows, and the reasons, read in someone's language. */
public interface RejectionWords {

    String line();

    String reason();

    String reason(RejectedLine line);
}
