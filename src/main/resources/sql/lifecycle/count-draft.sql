-- How many users would stand in which stage on a day if a draft had always decided, among every so manieth user.
-- In: :every, :zone (business zone), :as_of (business day), :new_days, :returned_days, :slip_factor, :dormant_factor, :dormant_days,
-- :lost_days, :mature_orders, :window_days. Out: a row per stage with anybody in it. Changes nothing.
select r.stage, count(*) as users
from lifecycle.ranges_of(
  array(select k.user_id from metrics.user_metrics k where k.user_id % :every = 0),
  :zone,
  array[
    row(
      1, date '0001-01-01', date 'infinity', :new_days, :returned_days, :slip_factor, :dormant_factor, :dormant_days, :lost_days,
      :mature_orders, :window_days
    )::lifecycle.ruler
  ]
) r
where r.since <= :as_of
and r.until > :as_of
group by r.stage
