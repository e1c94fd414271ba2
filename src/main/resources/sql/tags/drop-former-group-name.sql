-- A name leads to the group that is called so now, no longer to one that was.
-- in: name. Safe to repeat.
delete from tags.former_group_name
where name = lower(:name)
