-- Takes in staged orders and refunds.
-- in: rows in text format. out: rows written. Not safe to repeat before discard-intake: a line is staged once.
copy activity.intake_row (intake_id, line_no, kind, source, order_no, external_id, phone, email, paid_at, amount, channel)
from stdin
