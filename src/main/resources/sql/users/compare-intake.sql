-- Finds the user of each staged row and decides what the row does; rows that simply create a user get no verdict.
-- in: intake, match (kinds of identities in their order), given (kinds that rows give), fill (fields never overwritten), mode. out: rows written.
-- Safe to repeat after delete-verdicts.
insert into users.intake_verdict (intake_id, line_no, outcome, user_id, matched_by, reason, reason_fact, other_user_id)
select :intake, c.line_no, c.outcome, c.user_id, c.matched_by, c.reason, c.reason_fact, c.other_user_id
from users.compare_intake(:intake, string_to_array(:match, ','), string_to_array(:given, ','), string_to_array(:fill, ','), :mode) c
