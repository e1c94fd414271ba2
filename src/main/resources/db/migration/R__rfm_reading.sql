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
  from metrics.figures(p_as_of, p_window, p_zone, '{}', p_as_of) f
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

-- Every user with an order in the window, scored by the cut points and thresholds of one model. A bound that is null is a score left out:
-- the comparison is not true and the next one decides.
create or replace function rfm.scored(p_model bigint, p_stored boolean, p_as_of date, p_window int, p_zone text)
returns table (
  user_id bigint,
  recency_days int,
  orders int,
  net bigint,
  r smallint,
  f smallint,
  m smallint,
  class_code text,
  group_code text
)
language sql
stable
parallel safe
as $$
  select
    scored.user_id,
    scored.recency_days,
    scored.orders,
    scored.net,
    scored.r::smallint,
    scored.f::smallint,
    scored.m::smallint,
    scored.class_code,
    cell.group_code
  from (
    select
      facts.user_id,
      facts.recency_days,
      facts.orders,
      facts.net,
      case
        when facts.recency_days <= model.r_upto_5 then 5
        when facts.recency_days <= model.r_upto_4 then 4
        when facts.recency_days <= model.r_upto_3 then 3
        when facts.recency_days <= model.r_upto_2 then 2
        else 1
      end as r,
      case
        when facts.orders >= model.f_from_5 then 5
        when facts.orders >= model.f_from_4 then 4
        when facts.orders >= model.f_from_3 then 3
        when facts.orders >= model.f_from_2 then 2
        else 1
      end as f,
      case
        when facts.net >= model.m_from_5 then 5
        when facts.net >= model.m_from_4 then 4
        when facts.net >= model.m_from_3 then 3
        when facts.net >= model.m_from_2 then 2
        else 1
      end as m,
      case when facts.recency_days < model.r_threshold then '1' else '0' end
        || case when facts.orders > model.f_threshold then '1' else '0' end
        || case when facts.net > model.m_threshold then '1' else '0' end as class_code
    from rfm.facts(p_stored, p_as_of, p_window, p_zone) facts
    join rfm.model model on model.model_id = p_model
    where facts.orders > 0
  ) scored
  join rfm.group_cell cell on cell.r = scored.r and cell.f = scored.f and cell.m = scored.m
$$;
