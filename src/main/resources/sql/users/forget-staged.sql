-- Says that nothing is staged.
-- in: intake. Safe to repeat.
delete from users.intake_staged
where intake_id = :intake
