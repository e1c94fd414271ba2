-- Scores every user with an order in the window by the cut points and thresholds of one model.
-- In: :snapshot, :model, :stored (read the kept figures?), :as_of, :window, :zone. Out: users scored.
-- Safe to repeat after delete-scores, in one transaction with it.
-- A bound that is null is a score left out: the comparison is not true and the next one decides.
insert into rfm.score (user_id, snapshot_id, recency_days, orders, net, r, f, m, class_code, group_code)
select
  scored.user_id,
  :snapshot,
  scored.recency_days,
  scored.orders,
  scored.net,
  scored.r,
  scored.f,
  scored.m,
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
    (facts.recency_days < model.r_threshold)::int
      || '' || (facts.orders > model.f_threshold)::int
      || '' || (facts.net > model.m_threshold)::int as class_code
  from rfm.facts(:stored, :as_of, :window, :zone) facts
  join rfm.model model on model.model_id = :model
  where facts.orders > 0
) scored
join rfm.group_cell cell on cell.r = scored.r and cell.f = scored.f and cell.m = scored.m
