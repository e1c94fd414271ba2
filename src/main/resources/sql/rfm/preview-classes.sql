-- How many users each class would have under given thresholds.
-- In: :stored (read the kept figures?), :as_of, :window, :zone, :r_threshold, :f_threshold, :m_threshold.
-- Out: class_code, users. Changes nothing.
select
  (recency_days < :r_threshold)::int || '' || (orders > :f_threshold)::int || '' || (net > :m_threshold)::int as class_code,
  count(*) as users
from rfm.facts(:stored, :as_of, :window, :zone)
where orders > 0
group by 1
