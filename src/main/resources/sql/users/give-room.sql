-- Lets this transaction sort, hash and build indexes in memory what would else go through files. Safe to repeat.
select set_config('work_mem', '256MB', true), set_config('maintenance_work_mem', '1GB', true)
