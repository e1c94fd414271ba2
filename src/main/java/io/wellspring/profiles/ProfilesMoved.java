package io.wellspring.profiles;

/** Profiles changed while something was read of them; nothing of it is to be used. */
class ProfilesMoved extends RuntimeException {

    ProfilesMoved() {
        super("Profiles changed meanwhile");
    }
}
