-- Makes room for the staged rows of one intake, empty.
-- in: intake. Safe to repeat.
select shared.open_parts('users', array['intake_row', 'intake_verdict'], :intake)
