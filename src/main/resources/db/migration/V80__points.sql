comment on schema points is 'The spendable currency: its ledger, what of it is left, and what is owed.';

-- A user's account. Whoever writes anything of a user's points holds this row.
create table points.account (
  user_id bigint primary key,
  debt bigint not null default 0 check (debt >= 0)
);
comment on column points.account.debt is 'What a reversed earning should have taken back and could not; settled by what comes in next.';

create sequence points.entry_number;

-- The ledger: what happened, in the order it was written. Append-only; only a merge changes whose it is.
create table points.entry (
  user_id bigint not null,
  entry_id bigint not null,
  kind text not null check (kind in ('EARN', 'SPEND', 'EXPIRE', 'REVERSE_EARN', 'REVERSE_SPEND', 'ADJUST')),
  amount bigint not null,
  asked bigint check (asked > 0),
  waived bigint not null default 0 check (waived >= 0),
  debt_change bigint not null default 0,
  day date not null,
  at timestamptz not null,
  source text not null check (length(source) between 1 and 60),
  reason text not null check (length(reason) <= 300),
  reverses bigint,
  staff_id bigint,
  by_name text not null,
  primary key (user_id, entry_id),
  constraint entry_sign check (
    case kind
      when 'EARN' then amount > 0
      when 'REVERSE_SPEND' then amount > 0
      when 'SPEND' then amount < 0
      when 'EXPIRE' then amount < 0
      when 'ADJUST' then amount <> 0
      else amount < 0 or amount = 0 and waived > 0
    end
  ),
  constraint entry_debt check (
    case
      when kind in ('SPEND', 'EXPIRE') or kind = 'ADJUST' and amount < 0 then debt_change = 0
      when kind = 'REVERSE_EARN' then debt_change between 0 and -amount
      else debt_change between -amount and 0
    end
  ),
  constraint entry_reversal check ((kind in ('REVERSE_EARN', 'REVERSE_SPEND')) = (reverses is not null)),
  constraint entry_waived check (waived = 0 or kind = 'REVERSE_EARN')
);
alter sequence points.entry_number owned by points.entry.entry_id;
comment on column points.entry.amount is 'What it changed the balance by.';
comment on column points.entry.asked is 'How much a reversal was asked to take back; null for all that was left, and for whatever is no reversal.';
comment on column points.entry.waived is 'What a reversed earning did not take, because it had expired.';
comment on column points.entry.debt_change is 'What it changed the debt by: up by a shortage, down by what settled it.';
comment on column points.entry.day is 'The business day it counts on.';
create index entry_reversals on points.entry (user_id, reverses) where reverses is not null;
create index entry_day on points.entry (day, entry_id) include (kind, source, amount);

create function points.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger of points is append-only';
end
$$;
create trigger append_only before update on points.entry for each row
  when ((old.entry_id, old.kind, old.amount, old.asked, old.waived, old.debt_change, old.day, old.at, old.source, old.reason, old.reverses, old.staff_id, old.by_name)
    is distinct from (new.entry_id, new.kind, new.amount, new.asked, new.waived, new.debt_change, new.day, new.at, new.source, new.reason, new.reverses, new.staff_id, new.by_name))
  execute function points.refuse_change();

-- What one earning, or one adjustment upwards, brought, and what of it is left.
create table points.lot (
  user_id bigint not null,
  lot_id bigint not null,
  amount bigint not null check (amount > 0),
  remaining bigint not null,
  expired bigint not null default 0,
  available_from date not null,
  expires_on date,
  primary key (user_id, lot_id),
  check (remaining between 0 and amount),
  check (expired between 0 and amount),
  check (expires_on >= available_from)
);
comment on column points.lot.lot_id is 'The entry that brought it.';
comment on column points.lot.expired is 'What of it was lost to time, so that nobody owes it again.';
comment on column points.lot.expires_on is 'The last business day on which it can be spent; null is for good.';
create index lot_expiry on points.lot (expires_on) where remaining > 0;

-- Every change of what is left of a lot after it came.
create table points.allocation (
  user_id bigint not null,
  entry_id bigint not null,
  lot_id bigint not null,
  settles boolean not null default false,
  amount bigint not null check (amount <> 0),
  primary key (user_id, entry_id, lot_id, settles),
  check (not settles or amount < 0)
);
comment on column points.allocation.settles is 'Whether it was taken at once to settle a debt.';
create index allocation_lot on points.allocation (user_id, lot_id);

-- What a source calls its entry. Once taken, it is this entry for ever.
create table points.business_key (
  key text primary key check (length(key) between 1 and 200),
  user_id bigint not null,
  entry_id bigint not null,
  unique (user_id, entry_id)
);
