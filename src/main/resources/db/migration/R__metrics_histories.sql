-- Repeatable migrations run by name; the bodies are looked at when they are used.
set local check_function_bodies = off;

-- The one definition of a user's orders and refunds by business day, of users with either. Inlined, so that a condition on user_id reaches
-- the facts' primary key, in whose order everything comes.
create or replace function metrics.order_histories(p_zone text)
returns table (user_id bigint, order_days date[], spent bigint[], refund_days date[], refunded bigint[])
language sql
stable
parallel safe
as $$
  select
    d.user_id,
    coalesce(array_agg(d.day order by d.paid_at, d.order_id) filter (where d.kind = 'ORDER'), '{}'),
    coalesce(array_agg(d.spent order by d.paid_at, d.order_id) filter (where d.kind = 'ORDER'), '{}'),
    coalesce(array_agg(d.day order by d.paid_at, d.order_id) filter (where d.kind = 'REFUND'), '{}'),
    coalesce(array_agg(d.refunded order by d.paid_at, d.order_id) filter (where d.kind = 'REFUND'), '{}')
  from (
    select
      o.user_id,
      o.paid_at,
      o.order_id,
      o.kind,
      (o.paid_at at time zone p_zone)::date as day,
      (sum(case when o.kind = 'ORDER' then o.amount else 0 end) over so_far)::bigint as spent,
      (sum(case when o.kind = 'REFUND' then o.amount else 0 end) over so_far)::bigint as refunded
    from activity.order_fact o
    window so_far as (partition by o.user_id order by o.paid_at, o.order_id rows unbounded preceding)
  ) d
  group by d.user_id
$$;

-- The same of what else users did, by type.
create or replace function metrics.behaviour_histories(p_zone text)
returns table (user_id bigint, type text, days date[], times bigint[])
language sql
stable
parallel safe
as $$
  select d.user_id, d.type, array_agg(d.day order by d.day), array_agg(d.times order by d.day)
  from (
    select
      c.user_id,
      c.type,
      c.day,
      (sum(c.times) over (partition by c.user_id, c.type order by c.day rows unbounded preceding))::bigint as times
    from (
      select b.user_id, b.type, (b.happened_at at time zone p_zone)::date as day, sum(b.count) as times
      from activity.behaviour b
      group by b.user_id, b.type, (b.happened_at at time zone p_zone)::date
    ) c
  ) d
  group by d.user_id, d.type
$$;
