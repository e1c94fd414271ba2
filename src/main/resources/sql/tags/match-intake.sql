-- Finds the user of each staged row by its identities in their order; before its users are merged, those who are yet to come are not found.
-- in: intake, first, second, third (kinds of identity, all three). Safe to repeat: it decides anew.
with found as (
  select r.line_no, r.group_name, coalesce(a.user_id, b.user_id, c.user_id) as user_id
  from tags.intake_row r
  left join users.identity a on a.kind = :first
    and a.value = case :first when 'EXTERNAL_ID' then r.external_id when 'PHONE' then r.phone when 'EMAIL' then r.email end
  left join users.identity b on b.kind = :second
    and b.value = case :second when 'EXTERNAL_ID' then r.external_id when 'PHONE' then r.phone when 'EMAIL' then r.email end
  left join users.identity c on c.kind = :third
    and c.value = case :third when 'EXTERNAL_ID' then r.external_id when 'PHONE' then r.phone when 'EMAIL' then r.email end
  where r.intake_id = :intake
)
update tags.intake_row r
set user_id = f.user_id
from found f
where r.intake_id = :intake
  and r.line_no = f.line_no
  and r.group_name = f.group_name
  and r.user_id is distinct from f.user_id
