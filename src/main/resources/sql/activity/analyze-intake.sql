-- Lets the planner know how many orders were just staged.
-- in: intake. Safe to repeat.
select shared.analyze_parts('activity', array['intake_row'], :intake)
