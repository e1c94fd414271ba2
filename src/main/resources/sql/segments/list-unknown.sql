-- The first texts of a list that name nobody, as they were written, each once. Line n stands as 2 n, as it was written, and maybe as
-- 2 n + 1, as the registry would keep it.
-- in: segment, most. out: value. Reads only.
with known as (
  select distinct l.line_no / 2 as line
  from segments.listed l
  join users.identity i on i.value = l.value and i.kind in ('EXTERNAL_ID', 'PHONE', 'EMAIL')
  where l.segment_id = :segment
)
select l.value
from segments.listed l
where l.segment_id = :segment
  and l.line_no % 2 = 0
  and not exists (
    select
    from known k
    where k.line = l.line_no / 2
  )
group by l.value
order by min(l.line_no)
limit :most
