-- Changes a group.
-- in: group, name, choice, description. Safe to repeat.
update tags.tag_group
set name = :name, choice = :choice, description = :description
where group_id = :group
