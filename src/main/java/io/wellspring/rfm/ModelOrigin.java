package io.wellspring.rfm;

/** Who made a version of the model. */
public enum ModelOrigin {
    /** The run itself, by quintiles and means. */
    AUTO,
    /** A manager. */
    MANUAL
}
