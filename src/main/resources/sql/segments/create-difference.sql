-- A table for who comes to a segment and who leaves it, for this transaction. Not safe to repeat in one transaction.
create temporary table difference (user_id bigint not null, enters boolean not null) on commit drop
