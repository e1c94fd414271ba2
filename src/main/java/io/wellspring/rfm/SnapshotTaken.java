package io.wellspring.rfm;

import java.time.LocalDate;

/** A snapshot was taken because somebody asked for it, outside of the refresh that brings everything up to date in order. */
public record SnapshotTaken(long snapshotId, LocalDate asOf) {}
