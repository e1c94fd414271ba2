-- Creates a group.
-- in: name, choice, description, when. out: its number. Safe to repeat: the name is refused the second time.
insert into tags.tag_group (name, choice, description, created_at)
values (:name, :choice, :description, :when)
on conflict do nothing
returning group_id
