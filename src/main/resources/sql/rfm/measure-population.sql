-- What a new model is cut from: the quintiles, means, medians and top shares of all users with an order in the window.
-- In: :stored (read the kept figures?), :as_of, :window, :zone, :r_top, :f_top, :m_top (shares between 0 and 1).
-- Out: one row. Changes nothing.
-- percentile_disc gives values that exist, so equal inputs stay on one side of a cut.
select
  count(*) as users,
  percentile_disc(array[0.2, 0.4, 0.6, 0.8]::double precision[]) within group (order by recency_days) as r_quintiles,
  percentile_disc(array[0.2, 0.4, 0.6, 0.8]::double precision[]) within group (order by orders) as f_quintiles,
  percentile_disc(array[0.2, 0.4, 0.6, 0.8]::double precision[]) within group (order by net) as m_quintiles,
  avg(recency_days) as r_mean,
  avg(orders) as f_mean,
  avg(net) as m_mean,
  percentile_cont(0.5) within group (order by recency_days) as r_median,
  percentile_cont(0.5) within group (order by orders) as f_median,
  percentile_cont(0.5) within group (order by net) as m_median,
  percentile_disc(:r_top::double precision) within group (order by recency_days) as r_top,
  percentile_disc(1 - :f_top::double precision) within group (order by orders) as f_top,
  percentile_disc(1 - :m_top::double precision) within group (order by net) as m_top
from rfm.facts(:stored, :as_of, :window, :zone)
where orders > 0
