-- Users whose profile differs from what the other modules keep, in either direction. Must be empty. Tier and points move between two
-- refreshes, by hand and by every purchase; their own modules watch over them, and the profile has what they were when it was made.
-- In: :zone (business zone), :today, :limit. Out: user_id. Changes nothing.
select coalesce(c.user_id, p.user_id) as user_id
from profiles.current_rows(:zone, :today) c
full join profiles.profile p on p.user_id = c.user_id
where (
  p.user_id, p.registered_on, p.channel, p.province, p.city, p.gender, p.demo, p.first_order_on,
  p.last_order_on, p.orders, p.refunds, p.net_amount, p.window_orders, p.window_net, p.median_gap_days,
  p.r, p.f, p.m, p.class_code, p.group_code, p.from_class, p.stage, p.stage_since,
  p.has_phone, p.has_email, p.birth_year, p.birthday, p.sms_consent, p.email_consent
) is distinct from (
  c.user_id, c.registered_on, c.channel, c.province, c.city, c.gender, c.demo, c.first_order_on,
  c.last_order_on, c.orders, c.refunds, c.net_amount, c.window_orders, c.window_net, c.median_gap_days,
  c.r, c.f, c.m, c.class_code, c.group_code, c.from_class, c.stage, c.stage_since,
  c.has_phone, c.has_email, c.birth_year, c.birthday, c.sms_consent, c.email_consent
)
order by 1
limit :limit
