package io.wellspring.audit;

/** Someone who occurs in the trail, by the name they had last. */
public record AuditActor(long staffId, String name) {}
