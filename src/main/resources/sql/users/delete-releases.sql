-- Forgets which identities may be claimed.
-- in: intake. Safe to repeat.
delete from users.intake_release
where intake_id = :intake
