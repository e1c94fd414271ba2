-- Sets what a user says of being contacted in one way, and keeps that they said so.
-- in: user, medium, given (true, false, or null where it is no longer known), by, reason, when. out: 1, or 0 where the user says so already
-- or is not there. Safe to repeat.
with changed as (
  update users.users u
  set sms_consent = case when :medium = 'SMS' then cast(:given as boolean) else u.sms_consent end,
      email_consent = case when :medium = 'EMAIL' then cast(:given as boolean) else u.email_consent end
  where u.user_id = :user
    and case when :medium = 'SMS' then u.sms_consent else u.email_consent end is distinct from cast(:given as boolean)
  returning u.user_id
)
insert into users.consent_entry (user_id, medium, given, happened_at, cause, said_by, reason)
select c.user_id, :medium, cast(:given as boolean), :when, 'STAFF', :by, :reason
from changed c
