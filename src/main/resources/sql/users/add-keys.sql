-- Puts back what drop-keys took off. An identity that stands there twice breaks it, and with it the whole merge.
-- Not safe to repeat before drop-keys.
alter table users.identity add constraint identity_pkey primary key (kind, value);
create index users_name on users.users (name text_pattern_ops)
