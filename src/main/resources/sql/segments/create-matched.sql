-- A table for those who match, for this transaction. Not safe to repeat in one transaction.
create temporary table matched (user_id bigint) on commit drop
