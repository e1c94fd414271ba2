package io.wellspring.points;

/**
 * What all users together can still spend.
 *
 * @param available what can be spent on the day
 * @param pending what can be spent later
 * @param users who have any of it
 * @param debt what users owe
 * @param debtors how many owe something
 */
public record Outstanding(long available, long pending, long users, long debt, long debtors) {

    public long all() {
        return available + pending;
    }
}
