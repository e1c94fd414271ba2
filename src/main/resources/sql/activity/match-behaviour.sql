-- Finds the user of each staged row by the identities that count, in their order, and refuses rows in which two of them point to two users.
-- in: intake, first, second, third (kinds of identity; empty where fewer count). Safe to repeat: it decides anew.
with found as (
  select r.line_no,
         case when 'EXTERNAL_ID' in (:first, :second, :third) then e.user_id end as by_external_id,
         case when 'PHONE' in (:first, :second, :third) then p.user_id end as by_phone,
         case when 'EMAIL' in (:first, :second, :third) then m.user_id end as by_email
  from activity.behaviour_intake_row r
  left join users.identity e on e.kind = 'EXTERNAL_ID' and e.value = r.external_id
  left join users.identity p on p.kind = 'PHONE' and p.value = r.phone
  left join users.identity m on m.kind = 'EMAIL' and m.value = r.email
  where r.intake_id = :intake
), tried as (
  select f.*,
         case :first when 'EXTERNAL_ID' then by_external_id when 'PHONE' then by_phone when 'EMAIL' then by_email end as by_first,
         case :second when 'EXTERNAL_ID' then by_external_id when 'PHONE' then by_phone when 'EMAIL' then by_email end as by_second,
         case :third when 'EXTERNAL_ID' then by_external_id when 'PHONE' then by_phone when 'EMAIL' then by_email end as by_third
  from found f
), matched as (
  select t.*,
         coalesce(by_first, by_second, by_third) as user_id,
         case
           when by_first is not null then :first
           when by_second is not null then :second
           when by_third is not null then :third
         end as matched_by
  from tried t
)
update activity.behaviour_intake_row r
set user_id = m.user_id,
    matched_by = m.matched_by,
    outcome = case when conflict.reason is not null then 'REJECTED' end,
    reason = conflict.reason,
    reason_fact = conflict.fact
from matched m
cross join lateral (
  select case
           when m.by_external_id <> m.user_id then 'EXTERNAL_ID_TAKEN'
           when m.by_phone <> m.user_id then 'PHONE_TAKEN'
           when m.by_email <> m.user_id then 'EMAIL_TAKEN'
         end as reason,
         case
           when m.by_external_id <> m.user_id then m.by_external_id::text
           when m.by_phone <> m.user_id then m.by_phone::text
           when m.by_email <> m.user_id then m.by_email::text
         end as fact
) conflict
where r.intake_id = :intake
  and r.line_no = m.line_no
