-- A place for the users chosen for a grant, of this transaction alone: nothing of it is logged, and nobody waits for it.
-- Safe to repeat.
create temporary table if not exists chosen_grantee (user_id bigint not null) on commit drop
