package io.wellspring.imports;

/** How far a file has come. */
public enum ImportState {
    /** On its way, piece by piece. */
    UPLOADING,
    /** Here, recognised, and to be matched to fields. */
    UPLOADED,
    REHEARSING,
    /** Known what would happen; to be committed. */
    REHEARSED,
    COMMITTING,
    COMMITTED,
    UNDOING,
    /** Taken back; what stayed of it is said in its report. */
    UNDONE,
    /** Thrown away before it changed anything. */
    DISCARDED;

    /** Whether background work is under way on it. */
    public boolean isBusy() {
        return this == REHEARSING || this == COMMITTING || this == UNDOING;
    }
}
