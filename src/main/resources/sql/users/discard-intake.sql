-- Forgets staged rows.
-- in: intake. Safe to repeat.
select shared.drop_parts('users', array['intake_row', 'intake_verdict'], :intake)
