-- Lets this transaction sort and hash in memory what would else go through files. Safe to repeat.
select set_config('work_mem', '256MB', true)
