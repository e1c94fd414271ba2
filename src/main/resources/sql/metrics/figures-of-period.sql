-- The figures of the business days from :from until before :until, no later than :as_of.
-- In: :from, :until (exclusive), :as_of (business day), :zone (business zone). Out: one row. Changes nothing.
-- A buyer is repeat who has at least two orders up to the end of the period: two inside it, or one inside and the first before it.
-- Users whose date of registration nobody knows count as users, never as new.
select
  registry.users,
  registry.new_users,
  coalesce(sum(buyers.orders), 0) as orders,
  coalesce(sum(buyers.refunds), 0) as refunds,
  count(*) filter (where buyers.orders > 0) as buyers,
  count(*) filter (where buyers.orders > 1 or (buyers.orders = 1 and m.first_order_on < :from)) as repeat_buyers,
  coalesce(sum(buyers.gross), 0) as gross,
  coalesce(sum(buyers.refunded), 0) as refunded
from (
  select
    count(*) as users,
    count(*) filter (where u.registered_at >= (:from::date::timestamp at time zone :zone)) as new_users
  from users.users u
  where u.registered_at is null
    or u.registered_at < (least(:until::date, :as_of::date + 1)::timestamp at time zone :zone)
) registry
left join (
  select
    o.user_id,
    count(*) filter (where o.kind = 'ORDER') as orders,
    count(*) filter (where o.kind = 'REFUND') as refunds,
    coalesce(sum(o.amount) filter (where o.kind = 'ORDER'), 0) as gross,
    coalesce(sum(o.amount) filter (where o.kind = 'REFUND'), 0) as refunded
  from activity.order_fact o
  where o.paid_at >= (:from::date::timestamp at time zone :zone)
    and o.paid_at < (least(:until::date, :as_of::date + 1)::timestamp at time zone :zone)
  group by o.user_id
) buyers on true
left join metrics.user_metrics m on m.user_id = buyers.user_id
group by registry.users, registry.new_users
