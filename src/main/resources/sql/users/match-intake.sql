-- Finds the user of each staged row by external id, then phone, then e-mail, and refuses rows whose identities point to two users.
-- in: intake. Safe to repeat: it decides anew.
with found as (
  select r.line_no,
         r.external_id as given_external_id,
         e.user_id as by_external_id,
         p.user_id as by_phone,
         m.user_id as by_email
  from users.intake_row r
  left join users.identity e on e.kind = 'EXTERNAL_ID' and e.value = r.external_id
  left join users.identity p on p.kind = 'PHONE' and p.value = r.phone
  left join users.identity m on m.kind = 'EMAIL' and m.value = r.email
  where r.intake_id = :intake
), matched as (
  select f.*,
         coalesce(by_external_id, by_phone, by_email) as user_id
  from found f
)
update users.intake_row r
set user_id = m.user_id,
    matched_by = case
      when m.by_external_id is not null then 'EXTERNAL_ID'
      when m.by_phone is not null then 'PHONE'
      when m.by_email is not null then 'EMAIL'
    end,
    outcome = case when conflict.reason is not null then 'REJECTED' end,
    reason = conflict.reason,
    reason_fact = conflict.fact
from matched m
left join users.users u on u.user_id = m.user_id and m.by_external_id is null
cross join lateral (
  select case
           when u.external_id is not null and m.given_external_id is not null then
             case when m.by_phone is not null then 'PHONE_TAKEN' else 'EMAIL_TAKEN' end
           when m.by_phone <> m.user_id then 'PHONE_TAKEN'
           when m.by_email <> m.user_id then 'EMAIL_TAKEN'
         end as reason,
         case
           when u.external_id is not null and m.given_external_id is not null then coalesce(m.by_phone, m.by_email)::text
           when m.by_phone <> m.user_id then m.by_phone::text
           when m.by_email <> m.user_id then m.by_email::text
         end as fact
) conflict
where r.intake_id = :intake
  and r.line_no = m.line_no
