package io.wellspring.activity;

import java.time.Instant;

/**
 * How the orders of one file are to be taken.
 *
 * @param source whose order numbers these are; a number counts once within its source
 * @param createUsers whether a user nobody knows is created, or the order refused
 * @param demo whether the orders are fictional
 * @param when when this happens
 */
public record OrderTerms(String source, boolean createUsers, boolean demo, Instant when) {}
