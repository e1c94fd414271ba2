-- Finds the user of each staged row by external id, then phone, then e-mail, and refuses rows whose identities point to two users.
-- in: intake. Safe to repeat: it decides anew.
with found as (
  select r.line_no,
         e.user_id as by_external_id,
         p.user_id as by_phone,
         m.user_id as by_email,
         coalesce(e.user_id, p.user_id, m.user_id) as user_id
  from activity.intake_row r
  left join users.identity e on e.kind = 'EXTERNAL_ID' and e.value = r.external_id
  left join users.identity p on p.kind = 'PHONE' and p.value = r.phone
  left join users.identity m on m.kind = 'EMAIL' and m.value = r.email
  where r.intake_id = :intake
)
update activity.intake_row r
set user_id = f.user_id,
    matched_by = case
      when f.by_external_id is not null then 'EXTERNAL_ID'
      when f.by_phone is not null then 'PHONE'
      when f.by_email is not null then 'EMAIL'
    end,
    outcome = case when f.by_phone <> f.user_id or f.by_email <> f.user_id then 'REJECTED' end,
    reason = case
      when f.by_phone <> f.user_id then 'PHONE_TAKEN'
      when f.by_email <> f.user_id then 'EMAIL_TAKEN'
    end,
    reason_fact = case
      when f.by_phone <> f.user_id then f.by_phone::text
      when f.by_email <> f.user_id then f.by_email::text
    end
from found f
where r.intake_id = :intake
  and r.line_no = f.line_no
