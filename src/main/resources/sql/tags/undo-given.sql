-- Takes back the tags that an intake gave.
-- in: intake. out: rows deleted. Safe to repeat.
delete from tags.user_tag
where intake_id = :intake
