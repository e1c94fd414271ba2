-- What tiers grant. Retired rather than deleted: what was claimed keeps its name.
create table membership.benefit (
  benefit_id bigint generated always as identity primary key,
  kind text not null check (kind in ('PRIVILEGE', 'COUPON', 'GIFT', 'POINTS', 'SERVICE')),
  name_en text not null unique check (length(name_en) between 1 and 60),
  name_zh text not null unique check (length(name_zh) between 1 and 60),
  description text not null check (length(description) <= 500),
  cost bigint not null check (cost between 0 and 100000000000),
  points bigint check (points between 1 and 1000000000),
  quota int check (quota between 1 and 10000),
  period text check (period in ('MONTH', 'YEAR', 'TERM', 'EVER')),
  active_from date not null,
  active_until date,
  retired boolean not null default false,
  created_at timestamptz not null,
  check ((kind = 'POINTS') = (points is not null)),
  check ((quota is null) = (period is null)),
  check (active_until >= active_from)
);
comment on column membership.benefit.cost is 'What one claim costs us, in minor units of the one currency.';
comment on column membership.benefit.points is 'How many points one claim brings, where it brings points.';
comment on column membership.benefit.quota is 'How often one user may claim it in a period; null is without limit.';
comment on column membership.benefit.active_until is 'The last day on which it can be claimed; null is open.';

-- Which tier grants what belongs to the version of the programme, and goes with its tiers.
create table membership.tier_benefit (
  version int not null,
  tier_no int not null,
  benefit_id bigint not null references membership.benefit,
  primary key (version, tier_no, benefit_id),
  foreign key (version, tier_no) references membership.tier (version, tier_no) on delete cascade
);
create index tier_benefit_of on membership.tier_benefit (benefit_id);

-- Who claimed what, in the order it was written. Append-only: a claim is undone by another entry. Handed on when users are merged.
create table membership.claim (
  user_id bigint not null,
  claim_id bigint generated always as identity unique,
  benefit_id bigint not null references membership.benefit,
  tier_id bigint not null,
  day date not null,
  at timestamptz not null,
  cost bigint not null check (cost >= 0),
  points bigint check (points > 0),
  key text not null unique check (length(key) between 1 and 200),
  undoes bigint,
  reason text check (length(reason) between 1 and 300),
  by_name text not null,
  primary key (user_id, claim_id),
  unique (user_id, undoes),
  foreign key (user_id, undoes) references membership.claim (user_id, claim_id),
  check ((undoes is null) = (reason is null))
);
comment on column membership.claim.tier_id is 'The tier that granted it.';
comment on column membership.claim.day is 'The business day of the claim; of an entry that undoes one, its own.';
comment on column membership.claim.cost is 'What it cost when it was claimed; minor units.';
comment on column membership.claim.undoes is 'The claim this entry takes back; null for a claim.';
create index claim_of_benefit on membership.claim (benefit_id, day) where undoes is null;
create index claim_undone on membership.claim (undoes) where undoes is not null;

create function membership.refuse_claim_change() returns trigger language plpgsql as $$
begin
  raise exception 'Claims are append-only';
end
$$;
create trigger append_only before update on membership.claim for each row
  when ((old.claim_id, old.benefit_id, old.tier_id, old.day, old.at, old.cost, old.points, old.key, old.undoes, old.reason, old.by_name)
    is distinct from (new.claim_id, new.benefit_id, new.tier_id, new.day, new.at, new.cost, new.points, new.key, new.undoes, new.reason, new.by_name))
  execute function membership.refuse_claim_change();
