-- Makes room for the staged orders of one intake, empty.
-- in: intake. Safe to repeat.
select shared.open_parts('activity', array['intake_row', 'intake_verdict'], :intake)
