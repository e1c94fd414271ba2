-- Keeps that users an undone intake had changed stand by what they said before it.
-- in: intake, when. out: rows written. Safe to repeat: what is kept is not kept again.
insert into users.consent_entry (user_id, medium, given, happened_at, cause, intake_id)
select c.user_id, c.medium, c.given, :when, 'UNDO', :intake
from users.unkept_consent c
where c.user_id in (
  select ch.user_id
  from users.user_change ch
  where ch.intake_id = :intake
    and jsonb_exists_any(ch.before || ch.after, array['SMS_CONSENT', 'EMAIL_CONSENT'])
)
