-- The tags that staged rows give and that are not there yet, with how many rows; rows that the registry refuses do not count.
-- in: intake. out: group_name, name, rows. Reads only.
select given.group_name, given.name, count(*) as rows
from (
  select r.line_no, r.group_name, n.name
  from tags.intake_row r
  join users.intake_row u on u.intake_id = r.intake_id and u.line_no = r.line_no and u.outcome <> 'REJECTED'
  cross join lateral unnest(r.names) n (name)
  where r.intake_id = :intake
) given
where not exists (
  select
  from tags.tag t
  join tags.tag_group g on g.group_id = t.group_id
  where lower(g.name) = lower(given.group_name)
    and t.name = given.name
)
group by given.group_name, given.name
order by rows desc, given.group_name, given.name
