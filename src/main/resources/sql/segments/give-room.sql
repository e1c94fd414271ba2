-- Lets this transaction sort and hash in memory what would else go through files. What it runs is planned for its own numbers, not for
-- any, and without workers, which would have to make themselves acquainted with the memory first: questions are asked side by side
-- instead. Safe to repeat.
select
  set_config('work_mem', '256MB', true),
  set_config('plan_cache_mode', 'force_custom_plan', true),
  set_config('max_parallel_workers_per_gather', '0', true)
