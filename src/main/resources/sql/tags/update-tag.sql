-- Changes a tag; how long users have it counts from the next time it is given.
-- in: tag, group, name, colour, description, owner, lifetime (both may be null). Safe to repeat.
update tags.tag
set group_id = :group, name = :name, colour = :colour, description = :description, owner_id = cast(:owner as bigint),
    lifetime_days = cast(:lifetime as int)
where tag_id = :tag
