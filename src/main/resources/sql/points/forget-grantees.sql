-- Forgets who was chosen for a grant that will not be.
-- in: grant. out: rows deleted. Safe to repeat.
delete from points.grantee
where grant_id = :grant
