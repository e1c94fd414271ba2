-- Deletes a tag that nobody has.
-- in: tag. out: rows deleted. Safe to repeat.
delete from tags.tag
where tag_id = :tag
