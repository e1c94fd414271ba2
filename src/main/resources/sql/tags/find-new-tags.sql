-- The tags that staged rows give and that are not there yet, with how many rows; rows that the registry refuses do not count.
-- in: intake. out: group_name, name, rows. Reads only.
select given.group_name, min(given.name) as name, count(*) as rows
from (
  select r.line_no, r.group_name, n.name
  from tags.intake_row r
  cross join lateral unnest(string_to_array(r.names, chr(31))) n (name)
  where r.intake_id = :intake
    and not exists (
      select
      from users.intake_verdict v
      where v.intake_id = r.intake_id
        and v.line_no = r.line_no
        and v.outcome = 'REJECTED'
    )
) given
where not exists (
  select
  from tags.named_tag t
  join tags.named_group g on g.group_id = t.group_id
  where g.name = lower(given.group_name)
    and t.name = lower(given.name)
)
group by given.group_name, lower(given.name)
order by rows desc, given.group_name, name
