-- Forgets what one run found, and what runs found that never came to an end.
-- in: run, long_ago (an instant). Safe to repeat.
delete from points.taking_back t
where t.run_id = :run
  or t.found_at < :long_ago
