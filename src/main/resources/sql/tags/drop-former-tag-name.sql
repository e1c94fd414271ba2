-- A name leads to the tag that is called so now, no longer to one that was.
-- in: group, name. Safe to repeat.
delete from tags.former_tag_name
where group_id = :group
  and lower(name) = lower(:name)
