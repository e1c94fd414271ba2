-- Brings the figures of every business day up to :as_of up to date, the empty ones too; writes only days that differ.
-- Says in the same breath which intakes that holds: another may be committed a moment later.
-- In: :as_of (business day), :zone (business zone). Out: rows written. Safe to repeat after delete-counted-intakes, in one transaction with it.
with counted as (
  insert into metrics.counted_intake (intake_id)
  select intake_id
  from activity.order_intake
  on conflict (intake_id) do nothing
)
insert into metrics.day_figures (day, new_users, orders, refunds, gross, refunded)
select f.day, f.new_users, f.orders, f.refunds, f.gross, f.refunded
from (
  select
    facts.day,
    count(*) filter (where facts.kind = 'USER') as new_users,
    count(*) filter (where facts.kind = 'ORDER') as orders,
    count(*) filter (where facts.kind = 'REFUND') as refunds,
    coalesce(sum(facts.amount) filter (where facts.kind = 'ORDER'), 0) as gross,
    coalesce(sum(facts.amount) filter (where facts.kind = 'REFUND'), 0) as refunded
  from (
    select (u.registered_at at time zone :zone)::date as day, 'USER' as kind, 0::bigint as amount
    from users.users u
    where u.registered_at < ((:as_of::date + 1)::timestamp at time zone :zone)
    union all
    select (o.paid_at at time zone :zone)::date, o.kind, o.amount
    from activity.order_fact o
    where o.paid_at < ((:as_of::date + 1)::timestamp at time zone :zone)
    union all
    select k.day, 'KEPT', 0
    from metrics.day_figures k
  ) facts
  group by facts.day
) f
left join metrics.day_figures d on d.day = f.day
where (d.day, d.new_users, d.orders, d.refunds, d.gross, d.refunded)
  is distinct from (f.day, f.new_users, f.orders, f.refunds, f.gross, f.refunded)
on conflict (day) do update
set new_users = excluded.new_users,
    orders = excluded.orders,
    refunds = excluded.refunds,
    gross = excluded.gross,
    refunded = excluded.refunded
