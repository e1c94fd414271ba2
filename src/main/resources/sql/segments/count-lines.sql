-- Counts what the lines of a list name: a line repeats if it names only users whom a line before names too. Line n stands as 2 n, as it was
-- written, and maybe as 2 n + 1, as the registry would keep it.
-- in: segment. out: known (lines that name somebody), repeated (of those). Reads only.
with named as (
  select
    l.line_no / 2 as line,
    min(l.line_no / 2) over (partition by i.user_id) as first_line
  from segments.listed l
  join users.identity i on i.value = l.value and i.kind in ('EXTERNAL_ID', 'PHONE', 'EMAIL')
  where l.segment_id = :segment
)
select
  count(distinct line) as known,
  count(distinct line) - count(distinct line) filter (where line = first_line) as repeated
from named
