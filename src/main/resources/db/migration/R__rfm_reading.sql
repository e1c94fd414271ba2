-- What a run measures of every user, from the kept figures where they are about the same day and window (p_stored), else from the facts.
create or replace function rfm.facts(p_stored boolean, p_as_of date, p_window int, p_zone text)
returns table (user_id bigint, recency_days int, orders int, net bigint)
language sql
stable
parallel safe
as $$
  select k.user_id, p_as_of - k.window_last_order_on, k.window_orders, k.window_net
  from metrics.user_metrics k
  where p_stored
  union all
  select f.user_id, p_as_of - f.window_last_order_on, f.window_orders, f.window_net
  from metrics.figures(p_as_of, p_window, p_zone) f
  where not p_stored
$$;

-- The snapshot users stand by: of the day the kept figures are about if there is one, else of the latest day; by the newest model.
create or replace view rfm.standing as
select s.snapshot_id, s.model_id, s.as_of
from rfm.snapshot s
join rfm.model m on m.model_id = s.model_id
left join metrics.current c on c.as_of = s.as_of
order by c.as_of is null, s.as_of desc, m.version desc
limit 1;

-- The snapshot each snapshot is compared with: the latest of an earlier day, by the newest model of that day.
create or replace view rfm.preceding as
select s.snapshot_id, before.snapshot_id as preceding_id
from rfm.snapshot s
cross join lateral (
  select b.snapshot_id
  from rfm.snapshot b
  join rfm.model m on m.model_id = b.model_id
  where b.as_of < s.as_of
  order by b.as_of desc, b.model_id = s.model_id desc, m.version desc
  limit 1
) before;
