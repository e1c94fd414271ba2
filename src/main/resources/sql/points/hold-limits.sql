-- Lets nothing else that counts towards the limits of this manager be asked for until the transaction ends: an adjustment and a grant at the same
-- time each see what the other came to.
-- in: staff. Safe to repeat.
select pg_advisory_xact_lock(hashtextextended('points.limits', :staff))
