-- The figures of each calendar month, of the days from :from until before :until.
-- In: :from, :until (exclusive). Out: one row per month in which anything happened, in order. Changes nothing.
select
  date_trunc('month', day)::date as month,
  sum(new_users) as new_users,
  sum(orders) as orders,
  sum(refunds) as refunds,
  sum(gross) as gross,
  sum(refunded) as refunded
from metrics.day_figures
where day >= :from
  and day < :until
group by 1
order by 1
