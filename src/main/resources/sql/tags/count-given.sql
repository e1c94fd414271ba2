-- How many times a tag would be given to a user who does not have it; rows that the registry refuses do not count.
-- in: intake. out: one number. Reads only, after match-intake.
select count(*)
from tags.intake_row r
cross join lateral unnest(string_to_array(r.names, chr(31))) n (name)
left join tags.named_group g on g.name = lower(r.group_name)
left join tags.named_tag t on t.group_id = g.group_id and t.name = lower(n.name)
where r.intake_id = :intake
  and not exists (
    select
    from users.intake_verdict v
    where v.intake_id = r.intake_id
      and v.line_no = r.line_no
      and v.outcome = 'REJECTED'
  )
  and not exists (
    select
    from tags.user_tag h
    where h.user_id = r.user_id
      and h.tag_id = t.tag_id
  )
