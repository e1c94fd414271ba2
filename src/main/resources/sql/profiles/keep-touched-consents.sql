-- The same as keep-consents, of the users one intake touched.
-- in: intake. out: rows written. Safe to repeat.
update profiles.profile p
set sms_consent = u.sms_consent,
    email_consent = u.email_consent
from users.users u
where p.user_id = u.user_id
  and u.user_id = any (array(select t.user_id from metrics.touched(:intake) t))
  and (p.sms_consent, p.email_consent) is distinct from (u.sms_consent, u.email_consent)
