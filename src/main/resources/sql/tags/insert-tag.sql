-- Creates a tag.
-- in: group, name, colour, description, owner, lifetime (both may be null), when. out: its number.
-- Safe to repeat: the name is refused the second time.
insert into tags.tag (group_id, name, colour, description, owner_id, lifetime_days, created_at)
values (:group, :name, :colour, :description, cast(:owner as bigint), cast(:lifetime as int), :when)
on conflict do nothing
returning tag_id
