-- The kept figures of one period, if it is one that is kept.
-- In: :from, :until (exclusive). Out: at most one row. Changes nothing.
select users, new_users, orders, refunds, buyers, repeat_buyers, gross, refunded
from metrics.period_figures
where from_on = :from
  and until_on = :until
