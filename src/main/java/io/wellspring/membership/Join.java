package io.wellspring.membership;

/** Whether a rule asks for each of its thresholds or for one of them. */
public enum Join {
    ALL,
    ANY
}
