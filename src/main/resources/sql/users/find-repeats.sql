-- Finds the identities and users that more than one staged row speaks of.
-- in: intake. out: how many. Safe to repeat after delete-repeats.
insert into users.intake_repeat (intake_id, kind, value)
select :intake, 'EXTERNAL_ID', r.external_id
from users.intake_row r
where r.intake_id = :intake
  and r.external_id in (select s.external_id from users.intake_row s where s.intake_id = :intake and s.maybe_repeated and s.external_id is not null)
group by r.external_id
having count(*) > 1
union all
select :intake, 'PHONE', r.phone
from users.intake_row r
where r.intake_id = :intake
  and r.phone in (select s.phone from users.intake_row s where s.intake_id = :intake and s.maybe_repeated and s.phone is not null)
group by r.phone
having count(*) > 1
union all
select :intake, 'EMAIL', r.email
from users.intake_row r
where r.intake_id = :intake
  and r.email in (select s.email from users.intake_row s where s.intake_id = :intake and s.maybe_repeated and s.email is not null)
group by r.email
having count(*) > 1
union all
select :intake, 'USER', user_id::text
from users.intake_verdict
where intake_id = :intake
  and user_id is not null
group by user_id
having count(*) > 1
