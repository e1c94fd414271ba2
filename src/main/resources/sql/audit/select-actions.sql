-- Every action that occurs, found by jumping through the index instead of reading millions of entries.
-- in: nothing
-- out: action
-- safe to repeat: yes, reads only
with recursive jump as (
    (select action from audit.entry order by action limit 1)
    union all
    select (select e.action from audit.entry e where e.action > j.action order by e.action limit 1)
    from jump j
    where j.action is not null
)
select action
from jump
where action is not null
order by action
