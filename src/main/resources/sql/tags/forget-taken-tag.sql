-- Undoing an import must not give back a tag that goes.
-- in: tag. Safe to repeat.
delete from tags.taken_tag
where tag_id = :tag
