-- The one definition of a user's figures as of the end of business day p_as_of: one row for every user.
-- The window is the p_window calendar days that end with p_as_of. Net is orders less refunds.
-- One statement without side effects, so that it is inlined and a condition on user_id reaches the facts' primary key: every level
-- groups or partitions by user_id. Orders and refunds are folded to days first, because the rhythm is one of days. All levels want the
-- order (user_id, day), so one sort serves them all; that is why the day before is a running max and not a lag over order days only.
create or replace function metrics.figures(p_as_of date, p_window int, p_zone text)
returns table (
  user_id bigint,
  first_order_on date,
  last_order_on date,
  orders int,
  refunds int,
  net_amount bigint,
  refund_amount bigint,
  median_gap_days numeric,
  window_last_order_on date,
  window_orders int,
  window_net bigint
)
language sql
stable
parallel safe
as $$
  select
    gaps.user_id,
    min(gaps.day) filter (where gaps.orders > 0),
    max(gaps.day) filter (where gaps.orders > 0),
    sum(gaps.orders)::int,
    sum(gaps.refunds)::int,
    sum(gaps.gross - gaps.refunded)::bigint,
    sum(gaps.refunded)::bigint,
    (percentile_cont(0.5) within group (order by gaps.gap))::numeric(7, 1),
    max(gaps.day) filter (where gaps.orders > 0 and gaps.day > p_as_of - p_window),
    coalesce(sum(gaps.orders) filter (where gaps.day > p_as_of - p_window), 0)::int,
    coalesce(sum(gaps.gross - gaps.refunded) filter (where gaps.day > p_as_of - p_window), 0)::bigint
  from (
    select
      days.user_id,
      days.day,
      days.orders,
      days.refunds,
      days.gross,
      days.refunded,
      case when days.orders > 0
        then days.day - max(days.day) filter (where days.orders > 0) over (
          partition by days.user_id
          order by days.day
          rows between unbounded preceding and 1 preceding
        )
      end as gap
    from (
      select
        facts.user_id,
        facts.day,
        count(*) filter (where facts.kind = 'ORDER') as orders,
        count(*) filter (where facts.kind = 'REFUND') as refunds,
        coalesce(sum(facts.amount) filter (where facts.kind = 'ORDER'), 0) as gross,
        coalesce(sum(facts.amount) filter (where facts.kind = 'REFUND'), 0) as refunded
      from (
        select u.user_id, null::date as day, null::text as kind, null::bigint as amount
        from users.users u
        union all
        select o.user_id, (o.paid_at at time zone p_zone)::date, o.kind, o.amount
        from activity.order_fact o
        where o.paid_at < ((p_as_of + 1)::timestamp at time zone p_zone)
      ) facts
      group by facts.user_id, facts.day
    ) days
  ) gaps
  group by gaps.user_id
$$;

-- The users one intake touched: those it created or changed, and those it brought facts of.
create or replace function metrics.touched(p_intake bigint)
returns table (user_id bigint)
language sql
stable
parallel safe
as $$
  select u.user_id
  from users.users u
  where u.touched_by = p_intake
  union
  select o.user_id
  from activity.order_fact o
  where o.intake_id = p_intake
$$;
