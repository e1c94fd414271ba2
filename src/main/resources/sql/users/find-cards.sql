-- The registry's rows of some users.
-- in: ids (list of user ids). out: one row each that exists. Reads only.
select user_id, external_id, name, phone, email, gender, province, city, channel, registered_at, attributes, sms_consent, email_consent, demo
from users.users
where user_id in (:ids)
