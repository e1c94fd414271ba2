-- The one definition of stages. On any day t a user's stage follows from the orders up to t and the thresholds in force on t, never from
-- what came later; so no day's answer changes when time goes on, and the days after the last order can be told in advance.

-- On which days which version decides: the newest whose day has come. Versions that never decide are left out.
create or replace view lifecycle.ruler as
select
  ruled.version,
  ruled.first_day,
  ruled.until,
  ruled.new_days,
  ruled.returned_days,
  ruled.slip_factor,
  ruled.dormant_factor,
  ruled.dormant_days,
  ruled.lost_days,
  ruled.mature_orders,
  ruled.window_days
from (
  select
    t.version,
    t.valid_from as first_day,
    coalesce(
      min(t.valid_from) over (order by t.version rows between 1 following and unbounded following),
      date 'infinity'
    ) as until,
    t.new_days,
    t.returned_days,
    t.slip_factor,
    t.dormant_factor,
    t.dormant_days,
    t.lost_days,
    t.mature_orders,
    t.window_days
  from lifecycle.thresholds t
) ruled
where ruled.first_day < ruled.until;

-- One user's life: goes through the orders once per ruler, and says on which days the stage changes.
-- In: the day of registration if known; the day of each order, in order; the rulers in the order of their days. Out: ranges in the order of
-- time. After an order a user is NEW or RETURNED for so many days, whatever happens; then MATURE or GROWING while on rhythm, SLIPPING,
-- DORMANT, LOST. Each bound is the day its stage begins if none before it lasts longer; an order, or the end of the ruler, cuts it short.
-- Several orders of a day are one date of the rhythm, and as many orders of the frequency. Without two dates there is no rhythm to be on:
-- who is no longer new is slipping.
create or replace function lifecycle.life(p_registered_on date, p_order_days date[], p_rulers lifecycle.ruler[])
returns table (since date, until date, stage text, from_stage text, from_days int)
language plpgsql
immutable
parallel safe
as $$
declare
  stages constant text[] := array['', 'MATURE', 'GROWING', 'SLIPPING', 'DORMANT', 'LOST'];
  ruler lifecycle.ruler;
  order_day date;
  day_before date;
  next_day date;
  ends date;
  gaps int[];
  place int;
  twice_median int;
  slip_percent int;
  dormant_percent int;
  new_until date;
  returned_until date;
  free_from date;
  slipping_from date;
  dormant_from date;
  lost_from date;
  bounds date[];
  begins date;
  named text;
begin
  if p_order_days is null then
    since := coalesce(p_registered_on, date '0001-01-01');
    until := date 'infinity';
    stage := 'PROSPECT';
    return next;
    return;
  end if;
  if p_registered_on < p_order_days[1] then
    since := p_registered_on;
    stage := 'PROSPECT';
  end if;
  foreach ruler in array p_rulers loop
    slip_percent := ruler.slip_factor * 100;
    dormant_percent := ruler.dormant_factor * 100;
    gaps := '{}';
    day_before := null;
    new_until := p_order_days[1] + ruler.new_days + 1;
    returned_until := null;
    for k in 1 .. cardinality(p_order_days) loop
      order_day := p_order_days[k];
      exit when order_day >= ruler.until;
      if order_day > day_before then
        place := width_bucket(order_day - day_before, gaps);
        gaps := gaps[:place] || (order_day - day_before) || gaps[place + 1:];
      end if;
      day_before := order_day;
      next_day := coalesce(p_order_days[k + 1], date 'infinity');
      continue when next_day = order_day;
      free_from := case when order_day < new_until then new_until else greatest(order_day, returned_until) end;
      if next_day <= free_from then
        bounds := array[order_day, free_from];
      else
        lost_from := greatest(free_from, order_day + ruler.lost_days + 1);
        if gaps = '{}' then
          dormant_from := least(greatest(free_from, order_day + ruler.dormant_days + 1), lost_from);
          bounds := array[order_day, free_from, free_from, free_from, dormant_from, lost_from, date 'infinity'];
        else
          twice_median := gaps[(cardinality(gaps) + 1) / 2] + gaps[cardinality(gaps) / 2 + 1];
          dormant_from := least(greatest(free_from, order_day + dormant_percent * twice_median / 200 + 1), lost_from);
          slipping_from := least(greatest(free_from, order_day + slip_percent * twice_median / 200 + 1), dormant_from);
          bounds := array[
            order_day,
            free_from,
            least(greatest(free_from, p_order_days[k - ruler.mature_orders + 1] + ruler.window_days), slipping_from),
            slipping_from,
            dormant_from,
            lost_from,
            date 'infinity'
          ];
        end if;
        if next_day > dormant_from then
          returned_until := next_day + ruler.returned_days + 1;
        end if;
      end if;
      ends := least(next_day, ruler.until);
      for i in 1 .. 6 loop
        begins := greatest(bounds[i], ruler.first_day);
        exit when begins >= ends;
        continue when begins >= bounds[i + 1];
        named := case when i > 1 then stages[i] when order_day < new_until then 'NEW' else 'RETURNED' end;
        if stage is null then
          since := begins;
          stage := named;
        elsif named <> stage then
          until := begins;
          return next;
          from_stage := stage;
          from_days := until - since;
          since := begins;
          stage := named;
        end if;
      end loop;
    end loop;
  end loop;
  until := date 'infinity';
  return next;
end
$$;

-- The rulers as one value, for the walk through a life.
create or replace function lifecycle.rulers() returns lifecycle.ruler[]
language sql
stable
parallel safe
as $$
  select array_agg(r order by r.first_day)
  from lifecycle.ruler r
$$;

-- The ranges of every user the figures know, by the rulers of their days.
create or replace function lifecycle.ranges(p_zone text, p_rulers lifecycle.ruler[])
returns table (user_id bigint, since date, until date, stage text, from_stage text, from_days int)
language sql
stable
parallel safe
as $$
  select k.user_id, l.since, l.until, l.stage, l.from_stage, l.from_days
  from metrics.user_metrics k
  left join (
    select o.user_id, array_agg((o.paid_at at time zone p_zone)::date order by o.paid_at) as order_days
    from activity.order_fact o
    where o.kind = 'ORDER'
    group by o.user_id
  ) bought on bought.user_id = k.user_id
  cross join lateral lifecycle.life(k.registered_on, bought.order_days, p_rulers) l
$$;

-- The same of some users only. The array (not a join) is what lets the condition reach the facts' primary key.
create or replace function lifecycle.ranges_of(p_users bigint[], p_zone text, p_rulers lifecycle.ruler[])
returns table (user_id bigint, since date, until date, stage text, from_stage text, from_days int)
language sql
stable
parallel safe
as $$
  select k.user_id, l.since, l.until, l.stage, l.from_stage, l.from_days
  from metrics.user_metrics k
  left join (
    select o.user_id, array_agg((o.paid_at at time zone p_zone)::date order by o.paid_at) as order_days
    from activity.order_fact o
    where o.kind = 'ORDER'
    and o.user_id = any (p_users)
    group by o.user_id
  ) bought on bought.user_id = k.user_id
  cross join lateral lifecycle.life(k.registered_on, bought.order_days, p_rulers) l
  where k.user_id = any (p_users)
$$;
