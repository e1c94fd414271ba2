-- Forgets what an intake took away.
-- in: intake. Safe to repeat.
delete from tags.taken_tag
where taken_by = :intake
