-- How many points one manager may grant on one business day without a second, all users together.
alter table points.setting
  add column grant_limit bigint not null default 100000 check (grant_limit >= 0);
comment on column points.setting.grant_limit is 'How many points one manager may grant on one business day without a second, all users together.';

-- Points given to many at once: what each gets, and what became of all of it.
create table points.bulk_grant (
  grant_id bigint generated always as identity primary key,
  form_key uuid not null unique,
  name text not null check (length(name) between 1 and 80),
  amount bigint not null check (amount > 0),
  reason text not null check (length(reason) between 1 and 300),
  expires_on date,
  chosen text not null check (chosen in ('TICKED', 'SEARCHED', 'LISTED')),
  whom text not null,
  list text,
  users bigint not null check (users > 0),
  state text not null
    check (state in ('WAITING', 'QUEUED', 'RUNNING', 'DONE', 'DECLINED', 'CANCELLED', 'TAKING_BACK', 'TAKEN_BACK')),
  day date not null,
  requested_by bigint not null,
  requested_by_name text not null,
  requested_at timestamptz not null,
  decided_by bigint,
  decided_by_name text,
  decided_at timestamptz,
  withdrawn_by bigint,
  withdrawn_by_name text,
  withdrawn_at timestamptz,
  given_users bigint not null default 0,
  given_points bigint not null default 0,
  settled_points bigint not null default 0,
  left_points bigint not null default 0,
  expired_points bigint not null default 0,
  taken_back_users bigint not null default 0,
  taken_back_points bigint not null default 0,
  added_up_at timestamptz,
  constraint grant_second check (decided_by <> requested_by),
  constraint grant_expiry check (expires_on >= day),
  constraint grant_decision check ((decided_by is null) = (decided_by_name is null) and (decided_by is null) = (decided_at is null)),
  constraint grant_withdrawal check (
    (withdrawn_by is null) = (withdrawn_by_name is null)
    and (withdrawn_by is null) = (withdrawn_at is null)
    and (state in ('CANCELLED', 'TAKING_BACK', 'TAKEN_BACK')) = (withdrawn_by is not null)
  )
);
comment on column points.bulk_grant.whom is 'The filters of the list in words, as they read then; empty is everybody, or nothing that may be kept.';
comment on column points.bulk_grant.list is 'The address of the list the users were chosen from; null where it would be personal data.';
comment on column points.bulk_grant.users is 'How many get it: who was there when they were chosen.';
comment on column points.bulk_grant.day is 'The business day it was asked for, or approved: entries count on it, and points can be spent from it.';
create index bulk_grant_day on points.bulk_grant (requested_by, day);

-- Who gets a grant, and what it got by it. Kept from when they were chosen, so that whatever goes on later gives to the same users.
create table points.grantee (
  user_id bigint not null,
  grant_id bigint not null,
  chosen_id bigint not null,
  entry_id bigint,
  settled bigint not null default 0,
  taken_back bigint check (taken_back >= 0),
  primary key (user_id, grant_id, chosen_id),
  check (taken_back is null or entry_id is not null)
) with (fillfactor = 80);
comment on column points.grantee.chosen_id is 'The number of the user when it was chosen; user_id follows merges.';
comment on column points.grantee.entry_id is 'What it got; null until then, and for good where it was merged into another who gets it, or is gone.';
comment on column points.grantee.settled is 'What of it settled a debt at once.';
comment on column points.grantee.taken_back is 'What was left and was taken back with the whole grant; null until then.';
create index grantee_of_grant on points.grantee (grant_id, user_id);
