package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** The file opens with a password only. */
public class EncryptedFile extends Refusal.Rejected {

    EncryptedFile() {}
}
