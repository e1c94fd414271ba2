-- Users of an undone intake that are still here, or not as they were, in the order of their numbers.
-- in: intake, after (a user id), limit. out: user_id, outcome, reason, fact. Reads only.
select user_id, outcome, reason, fact
from users.undo_remainder
where intake_id = :intake
  and user_id > :after
order by user_id
limit :limit
