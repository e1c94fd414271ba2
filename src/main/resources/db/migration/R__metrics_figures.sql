-- The one definition of a user's figures as of the end of business day p_as_of, of users with facts. The window is the p_window calendar
-- days that end with p_as_of. Net is orders less refunds. p_bits holds, for each day from p_bits_from on, the preset periods it lies in; its first also counts for all days before.
-- One statement without side effects, so that it is inlined and a condition on user_id reaches the facts' primary key. That index holds
-- everything asked for here, in the order every level wants; the one window gives each order the day of the order before it, and a rhythm
-- is one of days: several orders of a day are one date.
drop function if exists metrics.figures(date, int, text);
create or replace function metrics.fact_figures(p_as_of date, p_window int, p_zone text, p_bits int[], p_bits_from date)
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
  window_net bigint,
  bought_in int,
  repeated_in int
)
language sql
stable
parallel safe
as $$
  select
    gaps.user_id,
    min(gaps.order_day),
    max(gaps.order_day),
    count(gaps.order_day)::int,
    (count(*) - count(gaps.order_day))::int,
    sum(gaps.signed)::bigint,
    coalesce(-sum(gaps.signed) filter (where gaps.order_day is null), 0)::bigint,
    (percentile_cont(0.5) within group (order by nullif(greatest(gaps.order_day - gaps.day_before, 0), 0)))::numeric(7, 1),
    max(gaps.order_day) filter (where gaps.order_day > p_as_of - p_window),
    (count(*) filter (where gaps.order_day > p_as_of - p_window))::int,
    coalesce(sum(gaps.signed) filter (where gaps.day > p_as_of - p_window), 0)::bigint,
    coalesce(bit_or(gaps.bits), 0),
    coalesce(bit_or(gaps.bits) filter (where gaps.day_before is not null), 0)
  from (
    select
      days.user_id,
      days.day,
      days.order_day,
      days.signed,
      days.bits,
      max(days.order_day) over (
        partition by days.user_id
        order by days.paid_at
        rows between unbounded preceding and 1 preceding
      ) as day_before
    from (
      select
        o.user_id,
        o.paid_at,
        (o.paid_at at time zone p_zone)::date as day,
        case when o.kind = 'ORDER' then (o.paid_at at time zone p_zone)::date end as order_day,
        case when o.kind = 'ORDER' then o.amount else -o.amount end as signed,
        case when o.kind = 'ORDER' then p_bits[greatest((o.paid_at at time zone p_zone)::date - p_bits_from + 1, 1)] end as bits
      from activity.order_fact o
      where o.paid_at < ((p_as_of + 1)::timestamp at time zone p_zone)
    ) days
  ) gaps
  group by gaps.user_id
$$;

-- The figures of the users in a range of numbers, half-open, with facts or without.
create or replace function metrics.figures_between(
  p_from bigint, p_until bigint, p_as_of date, p_window int, p_zone text, p_bits int[], p_bits_from date
)
returns table (
  user_id bigint,
  registered_on date,
  first_order_on date,
  last_order_on date,
  orders int,
  refunds int,
  net_amount bigint,
  refund_amount bigint,
  median_gap_days numeric,
  window_last_order_on date,
  window_orders int,
  window_net bigint,
  bought_in int,
  repeated_in int
)
language sql
stable
parallel safe
as $$
  select
    u.user_id,
    (u.registered_at at time zone p_zone)::date,
    f.first_order_on,
    f.last_order_on,
    coalesce(f.orders, 0),
    coalesce(f.refunds, 0),
    coalesce(f.net_amount, 0),
    coalesce(f.refund_amount, 0),
    f.median_gap_days,
    f.window_last_order_on,
    coalesce(f.window_orders, 0),
    coalesce(f.window_net, 0),
    coalesce(f.bought_in, 0),
    coalesce(f.repeated_in, 0)
  from users.users u
  left join metrics.fact_figures(p_as_of, p_window, p_zone, p_bits, p_bits_from) f
    on f.user_id = u.user_id
    and f.user_id >= p_from
    and f.user_id < p_until
  where u.user_id >= p_from
    and u.user_id < p_until
$$;

-- The figures of every user.
create or replace function metrics.figures(p_as_of date, p_window int, p_zone text, p_bits int[], p_bits_from date)
returns table (
  user_id bigint,
  registered_on date,
  first_order_on date,
  last_order_on date,
  orders int,
  refunds int,
  net_amount bigint,
  refund_amount bigint,
  median_gap_days numeric,
  window_last_order_on date,
  window_orders int,
  window_net bigint,
  bought_in int,
  repeated_in int
)
language sql
stable
parallel safe
as $$
  select f.*
  from metrics.figures_between(0, 9223372036854775807, p_as_of, p_window, p_zone, p_bits, p_bits_from) f
$$;

-- The same of some users only.
create or replace function metrics.figures_of(
  p_users bigint[], p_as_of date, p_window int, p_zone text, p_bits int[], p_bits_from date
)
returns table (
  user_id bigint,
  registered_on date,
  first_order_on date,
  last_order_on date,
  orders int,
  refunds int,
  net_amount bigint,
  refund_amount bigint,
  median_gap_days numeric,
  window_last_order_on date,
  window_orders int,
  window_net bigint,
  bought_in int,
  repeated_in int
)
language sql
stable
parallel safe
as $$
  select
    u.user_id,
    (u.registered_at at time zone p_zone)::date,
    f.first_order_on,
    f.last_order_on,
    coalesce(f.orders, 0),
    coalesce(f.refunds, 0),
    coalesce(f.net_amount, 0),
    coalesce(f.refund_amount, 0),
    f.median_gap_days,
    f.window_last_order_on,
    coalesce(f.window_orders, 0),
    coalesce(f.window_net, 0),
    coalesce(f.bought_in, 0),
    coalesce(f.repeated_in, 0)
  from users.users u
  left join metrics.fact_figures(p_as_of, p_window, p_zone, p_bits, p_bits_from) f
    on f.user_id = u.user_id
    and f.user_id = any (p_users)
  where u.user_id = any (p_users)
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
