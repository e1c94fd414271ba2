-- Lets the planner know how many rows were just staged.
-- in: intake. Safe to repeat.
select shared.analyze_parts('users', array['intake_row'], :intake)
