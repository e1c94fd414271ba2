-- Drops histories of orders and refunds of which nothing is left.
-- Out: rows deleted. Safe to repeat.
delete from metrics.order_history h
where not exists (
  select
  from activity.order_fact o
  where o.user_id = h.user_id
)
