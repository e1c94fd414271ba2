package io.wellspring.imports;

/** What a file would do is known. Published in the transaction that found out. */
record ImportRehearsed(long importId) {}
