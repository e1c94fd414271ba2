-- Forgets what the standing was made with, before all is made anew. Safe to repeat.
delete from membership.current
