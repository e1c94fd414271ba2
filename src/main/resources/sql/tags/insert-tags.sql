-- Creates the tags that staged rows of known users give and that are not there yet; the colours of a group take turns.
-- in: intake, when. Safe to repeat: what is there is not created again.
insert into tags.tag (group_id, name, colour, created_at)
select given.group_id, given.name,
       1 + (
         (select count(*) from tags.tag t where t.group_id = given.group_id)
         + row_number() over (partition by given.group_id order by given.name) - 1
       ) % 6,
       :when
from (
  select g.group_id, min(n.name) as name
  from tags.intake_row r
  join tags.named_group g on g.name = lower(r.group_name)
  cross join lateral unnest(string_to_array(r.names, chr(31))) n (name)
  where r.intake_id = :intake
    and not exists (
      select
      from users.intake_verdict v
      where v.intake_id = r.intake_id
        and v.line_no = r.line_no
        and v.outcome = 'REJECTED'
    )
  group by g.group_id, lower(n.name)
) given
where not exists (
  select
  from tags.named_tag t
  where t.group_id = given.group_id
    and t.name = lower(given.name)
)
order by given.group_id, given.name
