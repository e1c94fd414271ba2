-- Some staged rows of one outcome, with the names of the fields they would change.
-- in: intake, outcome, limit. out: line_no, outcome, external_id, phone, email, changes (field names joined by commas), reason, reason_fact. Reads only.
select r.line_no, r.outcome, r.external_id, r.phone, r.email, r.reason, r.reason_fact,
       case when r.outcome = 'UPDATED' then concat_ws(',',
         case when r.external_id <> coalesce(u.external_id, '') then 'EXTERNAL_ID' end,
         case when r.name <> coalesce(u.name, '') then 'NAME' end,
         case when r.phone <> coalesce(u.phone, '') then 'PHONE' end,
         case when r.email <> coalesce(u.email, '') then 'EMAIL' end,
         case when r.gender <> coalesce(u.gender, '') then 'GENDER' end,
         case when r.birthday is not null and r.birthday is distinct from u.birthday then 'BIRTHDAY' end,
         case when r.province <> coalesce(u.province, '') then 'PROVINCE' end,
         case when r.city <> coalesce(u.city, '') then 'CITY' end,
         case when r.channel <> coalesce(u.channel, '') then 'CHANNEL' end,
         case when r.registered_at is not null and r.registered_at is distinct from u.registered_at then 'REGISTERED_AT' end
       ) end as changes
from users.intake_row r
left join users.users u on u.user_id = r.user_id
where r.intake_id = :intake
  and r.outcome = :outcome
order by r.line_no
limit :limit
