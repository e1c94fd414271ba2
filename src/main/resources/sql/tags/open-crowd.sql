-- A place for the users that get or lose a tag, of this transaction alone: nothing of it is logged, and nobody waits for it.
-- Safe to repeat.
create temporary table if not exists tag_crowd (user_id bigint not null) on commit drop
