-- Puts back what drop-keys took off. An identity that stands there twice breaks it, and with it the whole merge.
-- Not safe to repeat before drop-keys.
alter table users.identity add constraint identity_pkey primary key (kind, value);
create index users_name on users.users (name text_pattern_ops);
create index users_touched_by on users.users using brin (touched_by) with (pages_per_range = 16);
create index users_created_by on users.users using brin (created_by) with (pages_per_range = 16)
