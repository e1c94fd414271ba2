package io.wellspring.staff;

/** A password somebody chose. Never printed. */
public record NewPassword(String text) {

    public static final int LEAST = 12;
    public static final int MOST = 200;

    /**
     * @throws PasswordTooShort below {@value #LEAST} characters
     * @throws PasswordTooLong above {@value #MOST} characters
     * @throws PasswordTooSimple if it is one character over and over
     */
    public NewPassword {
        int length = text.codePointCount(0, text.length());
        if (length < LEAST) {
            throw new PasswordTooShort(LEAST);
        }
        if (length > MOST) {
            throw new PasswordTooLong(MOST);
        }
        if (text.codePoints().distinct().count() == 1) {
            throw new PasswordTooSimple();
        }
    }

    /** Not good for the one with this e-mail address. */
    void mustDifferFrom(String email) {
        if (text.strip().equalsIgnoreCase(email)) {
            throw new PasswordTooSimple();
        }
    }

    @Override
    public String toString() {
        return "NewPassword[…]";
    }
}
