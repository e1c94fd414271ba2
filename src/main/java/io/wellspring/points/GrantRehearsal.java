package io.wellspring.points;

/**
 * What a grant would do; nothing is written.
 *
 * @param chosen how many users were chosen
 * @param users how many of them are there, and get it
 * @param points what they get in all
 * @param debtors how many of them owe something
 * @param settled what of the points their debts swallow
 * @param waits whether a second manager has to approve it
 */
public record GrantRehearsal(long chosen, long users, Points points, long debtors, Points settled, boolean waits) {

    /** Who was merged into another user, or is there no longer. */
    public long gone() {
        return chosen - users;
    }
}
