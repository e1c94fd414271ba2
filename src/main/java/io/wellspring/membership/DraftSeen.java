package io.wellspring.membership;

/**
 * The draft as whoever changes it has seen it: it may be changed as long as nobody else has changed it since.
 *
 * @param edition the edition the form was opened with
 * @param form the form; what was typed into it before changes nothing for it
 */
public record DraftSeen(long edition, String form) {}
