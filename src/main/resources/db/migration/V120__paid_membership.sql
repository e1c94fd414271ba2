-- What can be bought: a tier for a time. What was sold keeps what it said then.
create table membership.plan (
  plan_id bigint generated always as identity primary key,
  name_en text not null check (length(name_en) between 1 and 60),
  name_zh text not null check (length(name_zh) between 1 and 60),
  price bigint not null check (price between 0 and 100000000000),
  term_length int not null check (term_length > 0),
  term_unit text not null check (term_unit in ('DAY', 'MONTH', 'YEAR')),
  tier_no int not null check (tier_no > 0),
  on_sale boolean not null,
  created_at timestamptz not null,
  check (term_length <= case term_unit when 'DAY' then 3650 when 'MONTH' then 120 else 10 end)
);
create unique index plan_name_en on membership.plan (lower(name_en));
create unique index plan_name_zh on membership.plan (lower(name_zh));
comment on column membership.plan.price is 'Minor units.';
comment on column membership.plan.on_sale is 'A retired plan is not started any more; who has it may renew.';

-- What happened to paid memberships. Append-only. A start and a renewal pay for a term; a lapse or a refund ends one on its day.
create sequence membership.paid_fact_number;
create table membership.paid_fact (
  user_id bigint not null,
  fact_id bigint not null default nextval('membership.paid_fact_number'),
  kind text not null check (kind in ('START', 'RENEW', 'LAPSE', 'REFUND')),
  term_id bigint not null,
  plan_id bigint not null,
  tier_no int not null check (tier_no > 0),
  day date not null,
  from_on date,
  until_on date,
  amount bigint not null check (amount >= 0),
  reason text check (length(reason) between 1 and 300),
  by_name text not null,
  at timestamptz not null,
  primary key (user_id, fact_id),
  check ((kind in ('START', 'RENEW')) = (term_id = fact_id)),
  check ((kind in ('START', 'RENEW')) = (from_on is not null)),
  check ((from_on is null) = (until_on is null)),
  check (from_on < until_on),
  check (day <= from_on),
  check (kind <> 'LAPSE' or amount = 0),
  check (kind <> 'REFUND' or amount > 0),
  check ((kind in ('LAPSE', 'REFUND')) = (reason is not null))
);
create index paid_fact_term on membership.paid_fact (user_id, term_id);
comment on column membership.paid_fact.term_id is 'The start or renewal that paid for the term.';
comment on column membership.paid_fact.tier_no is 'The tier that was bought, whatever the plan says later.';
comment on column membership.paid_fact.day is 'The business day on which it happened.';
comment on column membership.paid_fact.until_on is 'The first day the term no longer covers.';
comment on column membership.paid_fact.amount is 'What was paid, of a refund what was given back; minor units.';
create function membership.refuse_paid_change() returns trigger language plpgsql as $$
begin
  raise exception 'What happened to paid memberships is append-only';
end
$$;
create trigger append_only before update on membership.paid_fact for each row
  when ((old.fact_id, old.kind, old.term_id, old.plan_id, old.tier_no, old.day, old.from_on, old.until_on, old.amount, old.reason, old.by_name, old.at)
    is distinct from (new.fact_id, new.kind, new.term_id, new.plan_id, new.tier_no, new.day, new.from_on, new.until_on, new.amount, new.reason, new.by_name, new.at))
  execute function membership.refuse_paid_change();

-- What other systems and forms call it: each is written once.
create table membership.paid_key (
  key text primary key check (length(key) between 1 and 200),
  user_id bigint not null,
  fact_id bigint not null
);
create index paid_key_user on membership.paid_key (user_id);

-- What is paid for, as ranks of the version that decides, while an evaluation runs. Can be made again.
create unlogged table membership.paid_cover (
  user_id bigint not null,
  rank int not null,
  tier_id bigint not null,
  from_on date not null,
  until_on date not null
);
create index paid_cover_user on membership.paid_cover (user_id);

alter table membership.manual_tier
  add column ended_on date,
  add column end_reason text check (length(end_reason) between 1 and 300),
  add column ended_by text,
  add column ended_at timestamptz,
  add check (num_nonnulls(ended_on, end_reason, ended_by, ended_at) in (0, 4)),
  add check (ended_on >= from_on and ended_on < until_on);
comment on column membership.manual_tier.ended_on is 'The day on which a manager took it back before its time: the first it no longer covers.';

-- A term that is paid for may end on the day it began, by a refund on that day; so may one that was given by hand.
alter table membership.tier_history
  drop constraint tier_history_cause_check,
  drop constraint tier_history_check3;
alter table membership.tier_history
  add constraint tier_history_cause check (
    cause in ('START', 'UP', 'KEPT', 'DOWN', 'REFUND', 'MANUAL', 'MANUAL_END', 'PROGRAMME', 'MERGED', 'PAID', 'PAID_END')
  ),
  add constraint tier_history_decided check (decide_on > starts_on or cause in ('MANUAL', 'PAID') and decide_on = starts_on);
create index standing_granted on membership.standing (user_id) where cause in ('MANUAL', 'PAID');
