-- Forgets where users stand, to be told from the history in the same transaction. Safe to repeat.
delete from membership.standing
