-- Forgets the counts of days, to be counted anew in the same transaction. Safe to repeat.
delete from lifecycle.day_moves
