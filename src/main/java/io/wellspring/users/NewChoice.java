package io.wellspring.users;

/** A value that staged rows give to a choice which does not have it yet. */
public record NewChoice(String code, String choice, long rows) {}
