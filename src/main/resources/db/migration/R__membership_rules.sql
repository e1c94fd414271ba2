-- Repeatable migrations run by name; the bodies are looked at when they are used.
set local check_function_bodies = off;

-- Whether figures meet thresholds: each that is set (ALL) or one of those set (ANY). Meeting is at least as much. Without any it is met.
create or replace function membership.meets(
  p_join text, p_growth bigint, p_spend bigint, p_orders bigint, p_active bigint,
  p_min_growth bigint, p_min_spend bigint, p_min_orders int, p_min_active int
)
returns boolean
language sql
immutable
parallel safe
as $$
  select case
    when p_join = 'ALL' or coalesce(p_min_growth, p_min_spend, p_min_orders, p_min_active) is null then
      coalesce(p_growth >= p_min_growth, true)
      and coalesce(p_spend >= p_min_spend, true)
      and coalesce(p_orders >= p_min_orders, true)
      and coalesce(p_active >= p_min_active, true)
    else
      coalesce(p_growth >= p_min_growth, false)
      or coalesce(p_spend >= p_min_spend, false)
      or coalesce(p_orders >= p_min_orders, false)
      or coalesce(p_active >= p_min_active, false)
  end
$$;

-- Whether figures reach a tier.
create or replace function membership.reaches(t membership.tier, p_growth bigint, p_spend bigint, p_orders bigint, p_active bigint)
returns boolean
language sql
immutable
parallel safe
as $$
  select membership.meets(
    t.entry_join, p_growth, p_spend, p_orders, p_active, t.entry_growth, t.entry_spend, t.entry_orders, t.entry_active_days
  )
$$;

-- Whether figures keep a tier: by its own rule, else by the one for entry.
create or replace function membership.keeps(t membership.tier, p_growth bigint, p_spend bigint, p_orders bigint, p_active bigint)
returns boolean
language sql
immutable
parallel safe
as $$
  select case
    when coalesce(t.keep_growth, t.keep_spend, t.keep_orders, t.keep_active_days) is null then
      membership.meets(t.entry_join, p_growth, p_spend, p_orders, p_active, t.entry_growth, t.entry_spend, t.entry_orders, t.entry_active_days)
    else
      membership.meets(t.keep_join, p_growth, p_spend, p_orders, p_active, t.keep_growth, t.keep_spend, t.keep_orders, t.keep_active_days)
  end
$$;

-- Every value a version holds figures against, rising: figures between the same two are one to its rules.
create or replace function membership.thresholds(p_version int)
returns table (growth bigint[], spend bigint[], orders int[], active_days int[])
language sql
stable
parallel safe
as $$
  select
    coalesce(array_agg(distinct v.growth order by v.growth) filter (where v.growth is not null), '{}'),
    coalesce(array_agg(distinct v.spend order by v.spend) filter (where v.spend is not null), '{}'),
    coalesce(array_agg(distinct v.orders order by v.orders) filter (where v.orders is not null), '{}'),
    coalesce(array_agg(distinct v.active_days order by v.active_days) filter (where v.active_days is not null), '{}')
  from membership.tier t
  cross join lateral (
    values
      (t.entry_growth, t.entry_spend, t.entry_orders, t.entry_active_days),
      (t.keep_growth, t.keep_spend, t.keep_orders, t.keep_active_days)
  ) v (growth, spend, orders, active_days)
  where t.version = p_version
$$;

-- The first day of a window whose last is the day before p_until; since the tier date it begins with the term.
create or replace function membership.window_start(p_kind text, p_days int, p_until date, p_term_from date)
returns date
language sql
immutable
parallel safe
as $$
  select case p_kind
    when 'ROLLING' then p_until - p_days
    when 'CALENDAR_YEAR' then date_trunc('year', (p_until - 1)::timestamp)::date
    else coalesce(p_term_from, date '0001-01-01')
  end
$$;

-- When a term that begins on a day is due, and when that is decided.
create or replace function membership.due(p_from date, p_months int)
returns date
language sql
immutable
parallel safe
as $$
  select (p_from + make_interval(months => p_months))::date
$$;

-- Whether any tier of a version asks for active days.
create or replace view membership.asked as
select x.version, bool_or(coalesce(x.entry_active_days, x.keep_active_days) is not null) as active_days
from membership.tier x
group by x.version;

-- What one user did on the days from p_from until before p_until; refunds from p_since on also apart. Active is a day with an order or any
-- activity; such days are counted only where p_active says they matter.
drop function if exists membership.measure(bigint, date, date, date);
create or replace function membership.measure(p_user bigint, p_from date, p_until date, p_since date, p_active boolean)
returns table (growth bigint, spend bigint, orders int, active_days int, refunded bigint, refunded_growth bigint)
language sql
stable
parallel safe
as $$
  select
    coalesce((
      select sum(e.amount)
      from membership.growth_entry e
      where e.user_id = p_user and e.day >= p_from and e.day < p_until
    ), 0)::bigint,
    coalesce(h.spent[width_bucket(p_until - 1, h.order_days)], 0) - coalesce(h.spent[width_bucket(p_from - 1, h.order_days)], 0)
      - coalesce(h.refunded[width_bucket(p_until - 1, h.refund_days)], 0)
      + coalesce(h.refunded[width_bucket(p_from - 1, h.refund_days)], 0),
    coalesce(width_bucket(p_until - 1, h.order_days) - width_bucket(p_from - 1, h.order_days), 0),
    case when p_active then (
      select count(distinct d.day)
      from (
        select unnest(b.days) as day from metrics.behaviour_history b where b.user_id = p_user
        union all
        select unnest(h.order_days)
      ) d
      where d.day >= p_from and d.day < p_until
    )::int else 0 end,
    coalesce(h.refunded[width_bucket(p_until - 1, h.refund_days)], 0) - coalesce(h.refunded[width_bucket(p_since - 1, h.refund_days)], 0),
    coalesce((
      select sum(e.amount)
      from membership.growth_entry e
      where e.user_id = p_user and e.source = 'REFUND' and e.day >= p_since and e.day < p_until
    ), 0)::bigint
  from (select 1) one
  left join metrics.order_history h on h.user_id = p_user
$$;

-- What everybody known on p_as_of did up to its end, in the window that ends with it. Active days only where p_active says they matter.
-- Standing is joined with the ledger only where the window needs it: asked of each of its entries, even nothing costs more than adding them up.
-- Histories are looked into only as far as the days before the arrays do not answer, and before they are joined, which would carry them along.
create or replace function membership.measured(p_as_of date, p_kind text, p_days int, p_active boolean)
returns table (user_id bigint, growth bigint, growth_total bigint, spend bigint, orders int, active_days int)
language sql
stable
parallel safe
as $$
  select
    k.user_id,
    coalesce(g.growth, 0)::bigint,
    coalesce(g.total, 0)::bigint,
    coalesce(h.spend, 0),
    coalesce(h.orders, 0),
    coalesce(a.days, 0)::int
  from metrics.user_metrics k
  left join (
    select
      w.user_id, w.first_order_day,
      case when w.last_order_day >= w.start then coalesce(w.spent[w.order_end], 0) - coalesce(w.spent[w.order_start], 0) else 0 end
        - case when w.last_refund_day >= w.start then
          coalesce(w.refunded[width_bucket(p_as_of, w.refund_days)], 0)
            - coalesce(w.refunded[width_bucket(w.start - 1, w.refund_days)], 0)
        else 0 end as spend,
      case when w.last_order_day >= w.start then w.order_end - w.order_start else 0 end as orders
    from (
      select
        x.user_id, x.start, x.first_order_day, x.last_order_day, x.last_refund_day, x.spent, x.refund_days, x.refunded,
        case when x.last_order_day <= p_as_of then cardinality(x.order_days) else width_bucket(p_as_of, x.order_days) end as order_end,
        case when x.first_order_day >= x.start then 0 else width_bucket(x.start - 1, x.order_days) end as order_start
      from (
        select
          o.user_id, o.first_order_day, o.last_order_day, o.last_refund_day, o.order_days, o.spent, o.refund_days, o.refunded,
          membership.window_start(p_kind, p_days, p_as_of + 1, s.term_from) as start
        from metrics.order_history o
        left join membership.standing s on p_kind = 'SINCE_TIER' and s.user_id = o.user_id
      ) x
    ) w
    offset 0
  ) h on h.user_id = k.user_id
  left join (
    select
      e.user_id,
      sum(e.amount) as total,
      sum(e.amount) filter (where e.day >= membership.window_start(p_kind, p_days, p_as_of + 1, null)) as growth
    from membership.growth_entry e
    where p_kind <> 'SINCE_TIER' and e.day <= p_as_of
    group by e.user_id
    union all
    select
      e.user_id,
      sum(e.amount),
      sum(e.amount) filter (where e.day >= membership.window_start(p_kind, p_days, p_as_of + 1, s.term_from))
    from membership.growth_entry e
    left join membership.standing s on s.user_id = e.user_id
    where p_kind = 'SINCE_TIER' and e.day <= p_as_of
    group by e.user_id
  ) g on g.user_id = k.user_id
  left join (
    select d.user_id, count(distinct d.day) as days
    from (
      select b.user_id, unnest(b.days) as day from metrics.behaviour_history b where p_active
      union all
      select o.user_id, unnest(o.order_days) from metrics.order_history o where p_active
    ) d
    left join membership.standing s on p_kind = 'SINCE_TIER' and s.user_id = d.user_id
    where d.day <= p_as_of and d.day >= membership.window_start(p_kind, p_days, p_as_of + 1, s.term_from)
    group by d.user_id
  ) a on a.user_id = k.user_id
  where k.registered_on is null or k.registered_on <= p_as_of or h.first_order_day <= p_as_of
$$;

-- From which day on which published version decides: a version whose day comes after a newer one has begun never does.
create or replace function membership.reigns()
returns table (version int, from_on date, order_factor numeric)
language sql
stable
as $$
  select p.version, p.effective_on, p.order_factor
  from membership.programme p
  where p.state = 'PUBLISHED'
  and not exists (
    select 1
    from membership.programme n
    where n.state = 'PUBLISHED'
    and n.version > p.version
    and n.effective_on <= p.effective_on
  )
  order by p.effective_on
$$;

-- What each fact is worth in growth value, by the version that decides on its day; the first also decides on all days before. Money counts
-- in whole growth value, rounded towards nothing; p_unit is how many minor units make one. Activity brings its number each time up to what
-- its day, and then its month, may bring.
create or replace function membership.worth(p_zone text, p_unit int)
returns table (user_id bigint, source text, type text, ref bigint, day date, amount bigint)
language sql
stable
as $$
  with reign as materialized (
    select array_agg(r.version) as versions, array_agg(r.from_on) as starts, array_agg(r.order_factor) as factors
    from membership.reigns() r
  )
  select o.user_id, o.kind, '', o.order_id, o.day, case when o.kind = 'ORDER' then o.worth else -o.worth end
  from (
    select
      f.user_id, f.kind, f.order_id, f.day,
      trunc(f.amount * r.factors[greatest(width_bucket(f.day, r.starts), 1)] / p_unit)::bigint as worth
    from (
      select x.user_id, x.kind, x.order_id, x.amount, (x.paid_at at time zone p_zone)::date as day
      from activity.order_fact x
    ) f
    cross join reign r
  ) o
  where o.worth <> 0
  union all
  select m.user_id, 'ACTIVITY', m.type, m.day - date '2000-01-01', m.day, m.so_far - m.before
  from (
    select
      d.user_id, d.type, d.day,
      least(sum(d.worth) over so_far, d.monthly_cap)::bigint as so_far,
      least(sum(d.worth) over so_far - d.worth, d.monthly_cap)::bigint as before
    from (
      select h.user_id, h.type, h.day, a.monthly_cap, least(h.times * a.growth, a.daily_cap) as worth
      from (
        select b.user_id, b.type, u.day, u.total - coalesce(b.times[u.at - 1], 0) as times
        from metrics.behaviour_history b
        cross join lateral unnest(b.days, b.times) with ordinality as u (day, total, at)
        where b.type in (select y.type from membership.activity_rule y)
      ) h
      cross join reign r
      join membership.activity_rule a
        on a.type = h.type
        and a.version = r.versions[greatest(width_bucket(h.day, r.starts), 1)]
    ) d
    window so_far as (partition by d.user_id, d.type, date_trunc('month', d.day::timestamp) order by d.day)
  ) m
  where m.so_far <> m.before
$$;

-- The terms that are paid for, as known on p_as_of: each up to where a lapse or a refund ended it; one that ended before it began is empty.
create or replace function membership.paid_terms(p_as_of date)
returns table (
  user_id bigint, term_id bigint, plan_id bigint, tier_no int, from_on date, until_on date, paid_until date, paid bigint, given_back bigint, ended_by text
)
language sql
stable
as $$
  select
    t.user_id, t.fact_id, t.plan_id, t.tier_no, t.from_on,
    case when e.day is null then t.until_on else least(t.until_on, greatest(e.day, t.from_on)) end,
    t.until_on, t.amount, coalesce(e.given_back, 0)::bigint,
    case when e.day < t.until_on then e.kind end
  from membership.paid_fact t
  left join (
    select x.user_id, x.term_id, min(x.day) as day, sum(x.amount) as given_back, (array_agg(x.kind order by x.day, x.fact_id))[1] as kind
    from membership.paid_fact x
    where x.kind in ('LAPSE', 'REFUND')
    and x.day <= p_as_of
    group by x.user_id, x.term_id
  ) e on e.user_id = t.user_id and e.term_id = t.fact_id
  where t.kind in ('START', 'RENEW')
  and t.day <= p_as_of
$$;

-- The same as ranks of a version: a tier that is no longer there is the highest below it that is. p_first and p_last bound the users.
create or replace function membership.paid_ranks(p_version int, p_as_of date, p_first bigint, p_last bigint)
returns table (user_id bigint, rank int, tier_id bigint, from_on date, until_on date)
language sql
stable
as $$
  select p.user_id, h.rank, h.id, p.from_on, p.until_on
  from membership.paid_terms(p_as_of) p
  join (
    select distinct on (o.tier_no) o.tier_no, x.rank, x.id
    from membership.tier o
    join membership.tier l on l.version = o.version and l.rank <= o.rank
    join membership.tier x on x.version = p_version and x.tier_no = l.tier_no
    order by o.tier_no, (o.version <= p_version) desc, o.version desc, l.rank desc
  ) h on h.tier_no = p.tier_no
  where p.from_on < p.until_on
  and p.user_id between p_first and p_last
$$;

-- The first day on which a user, from a day on, no longer has paid for a rank or a higher one; null if not even on that day.
create or replace function membership.paid_until(p_user bigint, p_rank int, p_day date)
returns date
language sql
stable
as $$
  select upper(u.span)
  from unnest((
    select range_agg(daterange(c.from_on, c.until_on))
    from membership.paid_cover c
    where c.user_id = p_user
    and c.rank >= p_rank
  )) as u(span)
  where u.span @> p_day
$$;

-- Until when each user has each plan, as known on p_as_of: terms that follow one another are one.
create or replace function membership.paid_ends(p_as_of date)
returns table (user_id bigint, plan_id bigint, since date, last_day date)
language sql
stable
as $$
  select g.user_id, g.plan_id, lower(u.span), upper(u.span) - 1
  from (
    select t.user_id, t.plan_id, range_agg(daterange(t.from_on, t.until_on)) as spans
    from membership.paid_terms(p_as_of) t
    where t.from_on < t.until_on
    group by t.user_id, t.plan_id
  ) g
  cross join lateral unnest(g.spans) as u(span)
$$;

-- Whose terms are decided after one day and up to another, by what they did so far: what counts for keeping the tier, whether they keep it, and by
-- how much more spending they would (minor units; null if spending alone would not do). Kept is by the rule for keeping, by earning the tier or a
-- higher one anew, or by having paid for it. What a missing order or active day is worth nobody knows: one of each comes with the spending.
-- p_version: that decides. p_unit: minor units of one. p_first and p_last bound the users.
create or replace function membership.coming(p_version int, p_as_of date, p_until date, p_unit int, p_first bigint, p_last bigint)
returns table (user_id bigint, tier_id bigint, decide_on date, growth bigint, kept boolean, missing numeric)
language sql
stable
as $$
  with paid as materialized (
    select r.user_id, r.rank, r.from_on, r.until_on
    from membership.paid_ranks(p_version, p_as_of, p_first, p_last) r
  )
  select
    s.user_id, s.tier_id, s.decide_on, m.growth,
    membership.keeps(t, m.growth, m.spend, m.orders, m.active_days)
    or exists (
      select 1
      from membership.tier x
      where x.version = t.version
      and x.rank >= t.rank
      and membership.reaches(x, e.growth, e.spend, e.orders, e.active_days)
    )
    or exists (
      select 1
      from paid b
      where b.user_id = s.user_id
      and b.rank >= t.rank
      and b.from_on <= s.decide_on
      and b.until_on > s.decide_on
    ) as kept,
    k.missing
  from membership.standing s
  join membership.tier t on t.id = s.tier_id
  join membership.programme p on p.version = t.version
  join membership.asked a on a.version = t.version
  cross join lateral (
    select
      membership.window_start(p.keep_window, p.keep_days, s.due_on, s.term_from) as keep_from,
      membership.window_start(p.reach_window, p.reach_days, s.decide_on, s.term_from) as reach_from,
      least(s.decide_on, p_as_of + 1) as until_on
  ) w
  cross join lateral membership.measure(s.user_id, w.keep_from, greatest(w.until_on, w.keep_from), s.decide_on, a.active_days) m
  cross join lateral membership.measure(s.user_id, w.reach_from, greatest(w.until_on, w.reach_from), s.decide_on, a.active_days) e
  cross join lateral (
    select
      min(case
        when r.rule_join = 'ANY' then
          least(g.money, r.spend, case when r.orders <= 1 then 1 end, case when r.active_days <= 1 then 1 end)
        when coalesce(r.orders, 0) <= 1 and coalesce(r.active_days, 0) <= 1 and (r.growth is null or g.money is not null) then
          greatest(g.money, r.spend, 1)
      end) as missing
    from (
      select t.keep_join, t.keep_growth - m.growth, t.keep_spend - m.spend, t.keep_orders - m.orders, t.keep_active_days - m.active_days
      where coalesce(t.keep_growth, t.keep_spend, t.keep_orders, t.keep_active_days) is not null
      union all
      select t.entry_join, t.entry_growth - m.growth, t.entry_spend - m.spend, t.entry_orders - m.orders, t.entry_active_days - m.active_days
      where coalesce(t.keep_growth, t.keep_spend, t.keep_orders, t.keep_active_days) is null
      union all
      select t.entry_join, t.entry_growth - e.growth, t.entry_spend - e.spend, t.entry_orders - e.orders, t.entry_active_days - e.active_days
    ) r (rule_join, growth, spend, orders, active_days)
    cross join lateral (
      select case
        when r.growth <= 0 then 0
        when p.order_factor > 0 then ceil(r.growth * p_unit / p.order_factor)
      end as money
    ) g
  ) k
  where s.decide_on > p_as_of
  and s.decide_on <= p_until
  and s.user_id between p_first and p_last
  and s.cause not in ('MANUAL', 'PAID')
$$;
