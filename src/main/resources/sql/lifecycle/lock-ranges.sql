-- One run at a time, on all instances, until the transaction ends; ranges are read meanwhile. Safe to repeat.
lock table lifecycle.stage_range in share row exclusive mode
