-- Forgets staged orders.
-- in: intake. Safe to repeat.
select shared.drop_parts('activity', array['intake_row', 'intake_verdict'], :intake)
