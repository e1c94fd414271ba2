-- Decides what each staged row does; an order of a known user that is simply new gets no verdict.
-- in: intake, source, match (kinds of identities in their order), given (kinds that rows give), create_users. out: rows written.
-- Safe to repeat after delete-verdicts.
insert into activity.intake_verdict (intake_id, line_no, outcome, user_id, matched_by, reason, reason_fact, other_user_id)
select :intake, c.line_no, c.outcome, c.user_id, c.matched_by, c.reason, c.reason_fact, c.other_user_id
from activity.compare_intake(:intake, :source, string_to_array(:match, ','), string_to_array(:given, ','), :create_users) c
where c.outcome <> 'CREATED'
  or c.user_id is null
