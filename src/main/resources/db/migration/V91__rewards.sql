-- What points buy.
create table points.reward (
  reward_id bigint generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 80),
  description text not null check (length(description) <= 500),
  price bigint not null check (price between 1 and 1000000000),
  supply text not null check (supply in ('UNLIMITED', 'STOCK', 'CODES')),
  stock bigint check (stock between 0 and 1000000000),
  per_user int check (per_user between 1 and 1000000),
  valid_from date not null,
  valid_until date,
  withdrawn boolean not null default false,
  created_at timestamptz not null,
  check (valid_until >= valid_from),
  check ((supply = 'STOCK') = (stock is not null))
);
comment on column points.reward.stock is 'How many are left; those reserved are off it.';
comment on column points.reward.per_user is 'How many one user may redeem; cancelled ones do not count.';

create table points.reward_picture (
  reward_id bigint primary key references points.reward,
  media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
  content bytea not null check (length(content) between 1 and 524288),
  etag text not null
);

-- Who redeemed what. Handed on when users are merged.
create table points.redemption (
  user_id bigint not null,
  redemption_id bigint generated always as identity,
  reward_id bigint not null references points.reward,
  key text not null unique check (length(key) between 1 and 200),
  price bigint not null check (price > 0),
  code text,
  state text not null check (state in ('RESERVED', 'FULFILLED', 'CANCELLED')),
  requested_at timestamptz not null,
  requested_by text not null,
  decided_at timestamptz,
  decided_by text,
  primary key (user_id, redemption_id),
  unique (redemption_id),
  check ((state = 'RESERVED') = (decided_at is null) and (decided_at is null) = (decided_by is null))
);
create index redemption_state on points.redemption (state, redemption_id);
create index redemption_reward on points.redemption (reward_id, redemption_id);
comment on column points.redemption.key is 'The business key of the spending.';

-- Codes to be handed out, one for each redemption; none is handed out twice, though what it was for be cancelled.
create table points.reward_code (
  reward_id bigint not null references points.reward,
  code text not null check (length(code) between 1 and 100),
  key text unique,
  primary key (reward_id, code)
);
comment on column points.reward_code.key is 'The redemption it was handed out for.';
create index reward_code_left on points.reward_code (reward_id) where key is null;
