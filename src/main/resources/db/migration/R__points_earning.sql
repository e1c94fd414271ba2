drop function if exists points.facts(text, timestamptz, timestamptz, bigint, bigint, bigint, bigint);
drop function if exists points.take_back_due(timestamptz, bigint, bigint, bigint, bigint, boolean);

-- The last business day of points that can be spent from p_from on; the same as ExpiryPolicy in Java. Null is for good. A day is truncated as a
-- timestamp without a zone: with one it would depend on the session, and the function could not be written into the statements that call it.
create or replace function points.last_day(p_policy text, p_number int, p_day date, p_from date) returns date
language sql immutable return
  case p_policy
    when 'DAYS' then p_from + p_number
    when 'END_OF_MONTH' then cast(date_trunc('month', cast(p_from as timestamp)) + make_interval(months => p_number + 1) - interval '1 day' as date)
    when 'END_OF_YEAR' then make_date(cast(extract(year from p_from) as int) + p_number, 12, 31)
    when 'ON_DAY' then greatest(p_day, p_from)
  end;

-- Whether a day is somebody's birthday. Who was born on 29 February has it on 28 February in other years.
create or replace function points.is_birthday(p_birthday date, p_day date) returns boolean
language sql immutable return
  coalesce(
    extract(month from p_birthday) = extract(month from p_day)
    and extract(day from p_birthday) = extract(day from p_day)
    or extract(month from p_birthday) = 2
    and extract(day from p_birthday) = 29
    and extract(month from p_day) = 2
    and extract(day from p_day) = 28
    and extract(day from p_day + 1) = 1,
    false);

-- When each version of a rule decides: from its first day, until a later version begins or its own last day; one that stops the rule on no day.
create or replace view points.earning_span as
select v.rule_id, v.version, v.valid_from as from_day, least(
  v.valid_until,
  (
    select min(later.valid_from) - 1
    from points.earning_version later
    where later.rule_id = v.rule_id
      and later.version > v.version
  ),
  case when v.stops then v.valid_from - 1 end
) as last_day
from points.earning_version v;

-- Orders, or activity of one type, of some users, from p_from and before p_to, with what they weigh. It asks for nothing that the index of orders
-- does not hold: orders lie in the order they came in, so that looking at those of some users would be looking at all of them.
create or replace function points.facts_of_users(p_activity text, p_from timestamptz, p_to timestamptz, p_first_user bigint, p_last_user bigint)
returns table (user_id bigint, fact_id bigint, at timestamptz, amount bigint, times int)
language sql stable as $$
  select o.user_id, o.order_id, o.paid_at, o.amount, 1
  from activity.order_fact o
  where p_activity is null
    and o.kind = 'ORDER'
    and o.user_id between p_first_user and p_last_user
    and o.paid_at >= p_from
    and o.paid_at < p_to
  union all
  select b.user_id, b.behaviour_id, b.happened_at, null, b.count
  from activity.behaviour b
  where b.type = p_activity
    and b.user_id between p_first_user and p_last_user
    and b.happened_at >= p_from
    and b.happened_at < p_to
$$;

-- The same of one intake.
create or replace function points.facts_of_intake(p_activity text, p_from timestamptz, p_to timestamptz, p_intake bigint)
returns table (user_id bigint, fact_id bigint, at timestamptz, amount bigint, times int)
language sql stable as $$
  select o.user_id, o.order_id, o.paid_at, o.amount, 1
  from activity.order_fact o
  where p_activity is null
    and o.kind = 'ORDER'
    and o.intake_id = p_intake
    and o.paid_at >= p_from
    and o.paid_at < p_to
  union all
  select b.user_id, b.behaviour_id, b.happened_at, null, b.count
  from activity.behaviour b
  where b.type = p_activity
    and b.intake_id = p_intake
    and b.happened_at >= p_from
    and b.happened_at < p_to
$$;

-- What rules gave for an order of which p_refunded was given back, out of p_paid: the share to take back.
create or replace function points.share(p_given bigint, p_refunded bigint, p_paid bigint) returns bigint
language sql immutable return
  cast(div(cast(p_given as numeric) * least(p_refunded, p_paid), nullif(p_paid, 0)) as bigint);

-- What rules gave for orders that were refunded before p_to, and have to take back. A refund belongs to the order of its number. Few orders are
-- refunded: which ones is found out before anybody asks what was given for them.
create or replace function points.refunds_due(p_to timestamptz)
returns table (user_id bigint, rule_id bigint, fact_id bigint, at timestamptz, amount bigint)
language sql stable as $$
  with refunded as materialized (
    select o.user_id, o.order_id, o.amount as paid, r.amount as refunded, r.paid_at as at
    from activity.order_fact r
    join activity.order_fact o on o.user_id = r.user_id and o.kind = 'ORDER' and o.order_no = r.order_no and o.source = r.source
    where r.kind = 'REFUND'
      and r.paid_at < p_to
  )
  select f.user_id, f.rule_id, f.fact_id, p.at, points.share(f.amount, p.refunded, p.paid)
  from refunded p
  join points.earned_fact f on f.user_id = p.user_id and f.fact_id = p.order_id
  join points.earning_rule e on e.rule_id = f.rule_id and e.activity is null
  where not f.refunded
    and not f.gone
    and points.share(f.amount, p.refunded, p.paid) > 0
$$;

-- The same where one intake brought the refund or the order. Which orders there are is asked of their numbers first: those of a user lie anywhere,
-- so the user is no way from the refund to them. Nor is the index of all refunds a way to those of an intake.
create or replace function points.refunds_due_of(p_to timestamptz, p_intake bigint)
returns table (user_id bigint, rule_id bigint, fact_id bigint, at timestamptz, amount bigint)
language sql stable as $$
  select f.user_id, f.rule_id, f.fact_id, p.at, points.share(f.amount, p.refunded, p.paid)
  from (
    select o.user_id, o.order_id, o.amount as paid, r.amount as refunded, r.paid_at as at
    from activity.order_fact r
    join activity.order_number n on n.order_no = r.order_no and n.kind = 'ORDER' and n.source = r.source
    join activity.order_fact o on o.user_id = n.user_id and o.kind = 'ORDER' and o.order_no = n.order_no and o.source = n.source
    where r.kind <> 'ORDER'
      and r.intake_id = p_intake
      and r.paid_at < p_to
      and r.user_id is not distinct from n.user_id
    union
    select o.user_id, o.order_id, o.amount, r.amount, r.paid_at
    from activity.order_fact o
    join activity.order_fact r on r.user_id = o.user_id and r.kind = 'REFUND' and r.order_no = o.order_no and r.source = o.source
    where o.kind = 'ORDER'
      and o.intake_id = p_intake
      and r.paid_at < p_to
  ) p
  join points.earned_fact f on f.user_id = p.user_id and f.fact_id = p.order_id
  join points.earning_rule e on e.rule_id = f.rule_id and e.activity is null
  where not f.refunded
    and not f.gone
    and points.share(f.amount, p.refunded, p.paid) > 0
$$;

-- What rules gave for facts that are gone, and have to take back. Orders and activity are asked about apart: in one condition they would be asked
-- fact by fact, not all together. So they would if the planner took the rules for a few of many, which it does where it joins so small a table.
create or replace function points.gone_due()
returns table (user_id bigint, rule_id bigint, fact_id bigint)
language sql stable as $$
  select f.user_id, f.rule_id, f.fact_id
  from points.earned_fact f
  where f.rule_id = any (array(select e.rule_id from points.earning_rule e where e.activity is null))
    and f.amount > 0
    and not f.gone
    and not exists (select from activity.order_fact o where o.user_id = f.user_id and o.order_id = f.fact_id)
  union all
  select f.user_id, f.rule_id, f.fact_id
  from points.earned_fact f
  where f.rule_id = any (array(select e.rule_id from points.earning_rule e where e.activity is not null))
    and f.amount > 0
    and not f.gone
    and not exists (select from activity.behaviour b where b.user_id = f.user_id and b.behaviour_id = f.fact_id)
$$;

-- How many months, at most, one can go back from the month of p_last, to the day of the month that p_as_of has or to the last of a month that is
-- shorter, without coming to stand before p_day.
create or replace function points.months_back(p_last date, p_day date, p_as_of date) returns int
language sql immutable return
  (extract(year from p_last)::int - extract(year from p_day)::int) * 12
    + extract(month from p_last)::int - extract(month from p_day)::int
    - case when extract(day from p_day) > extract(day from p_as_of) then 1 else 0 end;

-- What refunds took of what rules gave for orders, where the refund is no longer there and the order is: the entry that took it last says how much.
create or replace function points.give_back_due(p_first_user bigint, p_last_user bigint)
returns table (user_id bigint, rule_id bigint, fact_id bigint, lot_id bigint, asked bigint, waived bigint, amount bigint)
language sql stable as $$
  select f.user_id, f.rule_id, f.fact_id, f.entry_id, coalesce(x.asked, 0), coalesce(x.waived, 0), coalesce(-x.amount, 0)
  from points.earned_fact f
  join points.earning_rule e on e.rule_id = f.rule_id and e.activity is null
  join activity.order_fact o on o.user_id = f.user_id and o.order_id = f.fact_id
  left join lateral (
    select r.asked, r.waived, r.amount
    from points.entry r
    where r.user_id = f.user_id
      and r.reverses = f.entry_id
    order by r.entry_id desc
    limit 1
  ) x on true
  where f.refunded
    and not f.gone
    and f.user_id between p_first_user and p_last_user
    and not exists (
      select
      from activity.order_fact b
      where b.user_id = o.user_id
        and b.kind = 'REFUND'
        and b.order_no = o.order_no
        and b.source = o.source
    )
$$;
