-- Brings what one user says of being contacted into the profile.
-- in: user. out: rows written. Safe to repeat.
update profiles.profile p
set sms_consent = u.sms_consent,
    email_consent = u.email_consent
from users.users u
where u.user_id = :user
  and p.user_id = u.user_id
  and (p.sms_consent, p.email_consent) is distinct from (u.sms_consent, u.email_consent)
