-- Brings every user's profile up to date; writes only rows that differ.
-- In: :zone (business zone), :today (the day points are looked at). Out: rows written. Safe to repeat: a second run writes nothing.
insert into profiles.profile (
  user_id, registered_on, channel, province, city, gender, demo, first_order_on, last_order_on, orders,
  refunds, net_amount, window_orders, window_net, median_gap_days, r, f, m, class_code,
  group_code, from_class, stage, stage_since, has_phone, has_email, birth_year, birthday, sms_consent, email_consent,
  tier_no, growth_value, tier_due_on, points, points_expiring, redeemed_on
)
select
  c.user_id, c.registered_on, c.channel, c.province, c.city, c.gender, c.demo, c.first_order_on,
  c.last_order_on, c.orders, c.refunds, c.net_amount, c.window_orders, c.window_net, c.median_gap_days,
  c.r, c.f, c.m, c.class_code, c.group_code, c.from_class, c.stage, c.stage_since,
  c.has_phone, c.has_email, c.birth_year, c.birthday, c.sms_consent, c.email_consent,
  c.tier_no, c.growth_value, c.tier_due_on, c.points, c.points_expiring, c.redeemed_on
from profiles.current_rows(:zone, :today) c
left join profiles.profile p on p.user_id = c.user_id
where (
  p.user_id, p.registered_on, p.channel, p.province, p.city, p.gender, p.demo, p.first_order_on,
  p.last_order_on, p.orders, p.refunds, p.net_amount, p.window_orders, p.window_net, p.median_gap_days,
  p.r, p.f, p.m, p.class_code, p.group_code, p.from_class, p.stage, p.stage_since,
  p.has_phone, p.has_email, p.birth_year, p.birthday, p.sms_consent, p.email_consent,
  p.tier_no, p.growth_value, p.tier_due_on, p.points, p.points_expiring, p.redeemed_on
) is distinct from (
  c.user_id, c.registered_on, c.channel, c.province, c.city, c.gender, c.demo, c.first_order_on,
  c.last_order_on, c.orders, c.refunds, c.net_amount, c.window_orders, c.window_net, c.median_gap_days,
  c.r, c.f, c.m, c.class_code, c.group_code, c.from_class, c.stage, c.stage_since,
  c.has_phone, c.has_email, c.birth_year, c.birthday, c.sms_consent, c.email_consent,
  c.tier_no, c.growth_value, c.tier_due_on, c.points, c.points_expiring, c.redeemed_on
)
on conflict (user_id) do update
set registered_on = excluded.registered_on,
    channel = excluded.channel,
    province = excluded.province,
    city = excluded.city,
    gender = excluded.gender,
    demo = excluded.demo,
    first_order_on = excluded.first_order_on,
    last_order_on = excluded.last_order_on,
    orders = excluded.orders,
    refunds = excluded.refunds,
    net_amount = excluded.net_amount,
    window_orders = excluded.window_orders,
    window_net = excluded.window_net,
    median_gap_days = excluded.median_gap_days,
    r = excluded.r,
    f = excluded.f,
    m = excluded.m,
    class_code = excluded.class_code,
    group_code = excluded.group_code,
    from_class = excluded.from_class,
    stage = excluded.stage,
    stage_since = excluded.stage_since,
    has_phone = excluded.has_phone,
    has_email = excluded.has_email,
    birth_year = excluded.birth_year,
    birthday = excluded.birthday,
    sms_consent = excluded.sms_consent,
    email_consent = excluded.email_consent,
    tier_no = excluded.tier_no,
    growth_value = excluded.growth_value,
    tier_due_on = excluded.tier_due_on,
    points = excluded.points,
    points_expiring = excluded.points_expiring,
    redeemed_on = excluded.redeemed_on
