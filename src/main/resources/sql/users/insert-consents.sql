-- Keeps what the users an intake brought or changed said of being contacted, if its rows say anything of it.
-- in: intake, when. out: rows written. Safe to repeat: what is kept is not kept again.
insert into users.consent_entry (user_id, medium, given, happened_at, cause, intake_id)
select c.user_id, c.medium, c.given, :when, 'IMPORT', :intake
from users.unkept_consent c
where c.touched_by = :intake
  and exists (
    select
    from users.intake_row r
    where r.intake_id = :intake
      and (r.sms_consent is not null or r.email_consent is not null)
  )
