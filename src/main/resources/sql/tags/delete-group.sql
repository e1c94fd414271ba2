-- Deletes a group that has no tags.
-- in: group. out: rows deleted. Safe to repeat.
delete from tags.tag_group g
where g.group_id = :group
  and not exists (
    select
    from tags.tag t
    where t.group_id = g.group_id
  )
