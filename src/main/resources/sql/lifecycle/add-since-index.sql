-- Gives the ranges their index on the first days again. Safe to repeat.
create index if not exists stage_range_since on lifecycle.stage_range (since) include (user_id, stage, from_stage, from_days)
