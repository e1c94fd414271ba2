-- Nothing looks for users by the tier they stand in but to count all of them; keeping them in that order cost more than the rest of their row.
drop index membership.standing_tier;
