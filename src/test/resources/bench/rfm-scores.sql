-- Scores, classes and groups of every user with an order in the window by the newest model, by one statement into an unlogged table
-- without an index.
insert into bench.score (user_id, recency_days, orders, net, r, f, m, class_code, group_code)
select s.user_id, s.recency_days, s.orders, s.net, s.r, s.f, s.m, s.class_code, g.group_code
from (
  select
    k.user_id,
    date '2026-11-19' - k.window_last_order_on as recency_days,
    k.window_orders as orders,
    k.window_net as net,
    case
      when date '2026-11-19' - k.window_last_order_on <= m.r_upto_5 then 5
      when date '2026-11-19' - k.window_last_order_on <= m.r_upto_4 then 4
      when date '2026-11-19' - k.window_last_order_on <= m.r_upto_3 then 3
      when date '2026-11-19' - k.window_last_order_on <= m.r_upto_2 then 2
      else 1
    end as r,
    case
      when k.window_orders >= m.f_from_5 then 5
      when k.window_orders >= m.f_from_4 then 4
      when k.window_orders >= m.f_from_3 then 3
      when k.window_orders >= m.f_from_2 then 2
      else 1
    end as f,
    case
      when k.window_net >= m.m_from_5 then 5
      when k.window_net >= m.m_from_4 then 4
      when k.window_net >= m.m_from_3 then 3
      when k.window_net >= m.m_from_2 then 2
      else 1
    end as m,
    case when date '2026-11-19' - k.window_last_order_on < m.r_threshold then '1' else '0' end
      || case when k.window_orders > m.f_threshold then '1' else '0' end
      || case when k.window_net > m.m_threshold then '1' else '0' end as class_code
  from metrics.user_metrics k
  cross join (select * from rfm.model order by version desc limit 1) m
  where k.window_orders > 0
) s
join rfm.group_cell g on g.r = s.r and g.f = s.f and g.m = s.m
