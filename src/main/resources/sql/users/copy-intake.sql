-- Takes in staged rows.
-- in: rows in binary format. out: rows written. Not safe to repeat before open-intake: a line is staged once.
copy users.intake_row (intake_id, line_no, external_id, name, phone, email, gender, birthday, province, city, channel, registered_at,
  attributes, attributes_if_missing, sms_consent, email_consent, maybe_repeated)
from stdin
with (format binary)
