-- Lets the planner know how many staged rows were just decided on.
-- in: intake. Safe to repeat.
select shared.analyze_parts('users', array['intake_verdict'], :intake)
