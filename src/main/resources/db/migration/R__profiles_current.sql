-- The one definition of a profile: what the modules before this one keep about each user, side by side; points as they are on p_day.
-- Repeatable migrations run by name, and what rfm brings comes later: the body is looked at when it is used.
set local check_function_bodies = off;

drop function if exists profiles.current_rows(text);
drop function if exists profiles.current_rows(text, date);
create function profiles.current_rows(p_zone text, p_day date)
returns table (
  user_id bigint,
  registered_on date,
  channel text,
  province text,
  city text,
  gender text,
  demo boolean,
  first_order_on date,
  last_order_on date,
  orders int,
  refunds int,
  net_amount bigint,
  window_orders int,
  window_net bigint,
  median_gap_days numeric,
  r smallint,
  f smallint,
  m smallint,
  class_code text,
  group_code text,
  from_class text,
  stage text,
  stage_since date,
  has_phone boolean,
  has_email boolean,
  birth_year smallint,
  birthday smallint,
  sms_consent boolean,
  email_consent boolean,
  tier_no smallint,
  growth_value bigint,
  tier_due_on date,
  points bigint,
  points_expiring bigint,
  redeemed_on date
)
language sql
stable
parallel safe
as $$
  select
    u.user_id,
    (u.registered_at at time zone p_zone)::date,
    u.channel,
    u.province,
    u.city,
    u.gender,
    u.demo,
    k.first_order_on,
    k.last_order_on,
    coalesce(k.orders, 0),
    coalesce(k.refunds, 0),
    coalesce(k.net_amount, 0),
    coalesce(k.window_orders, 0),
    coalesce(k.window_net, 0),
    k.median_gap_days,
    s.r,
    s.f,
    s.m,
    s.class_code,
    s.group_code,
    case when (select p.preceding_id from rfm.preceding p join rfm.standing t on t.snapshot_id = p.snapshot_id) is not null
      then coalesce(b.class_code, 'NONE')
    end,
    l.stage,
    l.since,
    u.phone is not null,
    u.email is not null,
    extract(year from u.birthday)::smallint,
    (extract(month from u.birthday) * 100 + extract(day from u.birthday))::smallint,
    u.sms_consent,
    u.email_consent,
    tier.tier_no::smallint,
    coalesce(held.growth_value, 0),
    held.due_on,
    coalesce(left_over.available, 0) - coalesce(account.debt, 0),
    coalesce(left_over.expiring, 0),
    spent.last_on
  from users.users u
  left join metrics.user_metrics k on k.user_id = u.user_id
  left join rfm.score s
    on s.user_id = u.user_id
    and s.snapshot_id = (select t.snapshot_id from rfm.standing t)
  left join rfm.score b
    on b.user_id = u.user_id
    and b.snapshot_id = (select p.preceding_id from rfm.preceding p join rfm.standing t on t.snapshot_id = p.snapshot_id)
  left join lifecycle.stage_range l
    on l.user_id = u.user_id
    and l.since <= (select c.as_of from metrics.current c)
    and l.until > (select c.as_of from metrics.current c)
  left join membership.standing held on held.user_id = u.user_id
  left join membership.tier tier on tier.id = held.tier_id
  left join points.account account on account.user_id = u.user_id
  left join (
    select
      lot.user_id,
      sum(lot.remaining)::bigint as available,
      (sum(lot.remaining) filter (where lot.expires_on < p_day + 30))::bigint as expiring
    from points.lot lot
    where lot.remaining > 0
      and lot.available_from <= p_day
      and (lot.expires_on is null or lot.expires_on >= p_day)
    group by lot.user_id
  ) left_over on left_over.user_id = u.user_id
  left join (
    select e.user_id, max(e.day) as last_on
    from points.entry e
    where e.kind = 'SPEND'
    group by e.user_id
  ) spent on spent.user_id = u.user_id
$$;
