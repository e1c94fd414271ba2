-- Creates the users of the rows that create.
-- in: intake, demo, when. Safe to repeat after classifying anew: a row whose user exists no longer creates.
insert into users.users (external_id, name, phone, email, gender, birthday, province, city, channel, registered_at,
  demo, touched_by, created_at, updated_at)
select external_id, name, phone, email, gender, birthday, province, city, channel, registered_at,
  :demo, :intake, :when, :when
from users.intake_row
where intake_id = :intake
  and outcome = 'CREATED'
order by line_no
