package io.wellspring.points;

/**
 * What all users together have left.
 *
 * @param available what can be spent on the day: what is present, less what its owners owe
 * @param present what is left of lots that can be spent on the day
 * @param pending what is left of lots that can be spent later
 * @param users who have any of it
 * @param debt what users owe
 * @param debtors how many owe something
 */
public record Outstanding(long available, long present, long pending, long users, long debt, long debtors) {

    public long all() {
        return present + pending;
    }
}
