-- Gives users the tags of the staged rows; who has one already keeps it as it is, with its own source and day.
-- in: intake, when. Safe to repeat: what a user has is not given again.
insert into tags.user_tag (user_id, tag_id, intake_id, since)
select distinct r.user_id, t.tag_id, :intake, cast(:when as timestamptz)
from tags.intake_row r
join tags.tag_group g on lower(g.name) = lower(r.group_name)
cross join lateral unnest(string_to_array(r.names, chr(31))) n (name)
join tags.tag t on t.group_id = g.group_id and t.name = n.name
where r.intake_id = :intake
  and not exists (
    select
    from users.intake_verdict v
    where v.intake_id = r.intake_id
      and v.line_no = r.line_no
      and v.outcome = 'REJECTED'
  )
  and r.user_id is not null
  and not exists (
    select
    from tags.user_tag h
    where h.user_id = r.user_id
      and h.tag_id = t.tag_id
  )
order by r.user_id, t.tag_id
