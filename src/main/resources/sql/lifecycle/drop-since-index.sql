-- Takes the index on the first days away before all ranges are written for the first time. Safe to repeat.
drop index if exists lifecycle.stage_range_since
