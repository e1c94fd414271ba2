-- Takes in staged rows.
-- in: rows in text format. out: rows written. Not safe to repeat before discard-intake: a line is staged once.
copy users.intake_row (intake_id, line_no, external_id, name, phone, email, gender, birthday, province, city, channel, registered_at,
  attributes, attributes_if_missing)
from stdin
