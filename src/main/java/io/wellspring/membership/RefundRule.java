package io.wellspring.membership;

/** Whether a refund may take a tier away at once, or only its due date may. */
public enum RefundRule {
    AT_ONCE,
    AT_DUE
}
