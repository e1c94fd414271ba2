package io.wellspring.shared.web;

import java.util.Map;

/** Tells what waits for a decision of whoever looks, so that it stands beside the way there on every page. */
@FunctionalInterface
public interface Awaiting {

    /** How much waits, by the address of the page on which it is decided; nothing for who may decide nothing. */
    Map<String, Long> counts();
}
