-- Lets the planner know how many staged orders were just decided on.
-- in: intake. Safe to repeat.
select shared.analyze_parts('activity', array['intake_verdict'], :intake)
