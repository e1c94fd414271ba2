-- Decides what each staged row that was not refused does: create, update, or nothing new. A value the row does not give is kept.
-- in: intake. Safe to repeat after match-intake.
update users.intake_row r
set outcome = case
      when r.user_id is null then 'CREATED'
      when (
        coalesce(r.external_id, u.external_id), coalesce(r.name, u.name), coalesce(r.phone, u.phone), coalesce(r.email, u.email),
        coalesce(r.gender, u.gender), coalesce(r.birthday, u.birthday), coalesce(r.province, u.province), coalesce(r.city, u.city),
        coalesce(r.channel, u.channel), coalesce(r.registered_at, u.registered_at)
      ) is distinct from (
        u.external_id, u.name, u.phone, u.email, u.gender, u.birthday, u.province, u.city, u.channel, u.registered_at
      ) then 'UPDATED'
      else 'UNCHANGED'
    end
from users.intake_row s
left join users.users u on u.user_id = s.user_id
where r.intake_id = :intake
  and s.intake_id = :intake
  and r.line_no = s.line_no
  and r.outcome is null
