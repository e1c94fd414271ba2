-- Takes in staged orders and refunds.
-- in: rows in binary format. out: rows written. Not safe to repeat before open-intake: a line is staged once.
copy activity.intake_row (intake_id, line_no, kind, order_no, external_id, phone, email, paid_at, amount, channel, maybe_repeated)
from stdin
with (format binary)
