-- Creates the groups that staged rows name and that are not there yet.
-- in: intake, when. Safe to repeat: what is there is not created again.
insert into tags.tag_group (name, created_at)
select min(r.group_name), :when
from tags.intake_row r
where r.intake_id = :intake
  and not exists (
    select
    from tags.named_group g
    where g.name = lower(r.group_name)
  )
group by lower(r.group_name)
order by 1
