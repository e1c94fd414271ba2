-- Removes fictional behaviour.
-- Safe to repeat.
delete from activity.behaviour
where demo
