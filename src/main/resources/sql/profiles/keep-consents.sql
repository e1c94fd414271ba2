-- Brings what users said of being contacted while their profiles were written into the profiles: who refuses meanwhile has refused.
-- out: rows written. Safe to repeat.
update profiles.profile p
set sms_consent = u.sms_consent,
    email_consent = u.email_consent
from users.users u
where p.user_id = u.user_id
  and (p.sms_consent, p.email_consent) is distinct from (u.sms_consent, u.email_consent)
