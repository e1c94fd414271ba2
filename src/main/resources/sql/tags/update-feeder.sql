-- Says which segment gives and takes a tag, or that none does.
-- in: tag, segment (null for none). Safe to repeat.
update tags.tag
set fed_by = cast(:segment as bigint)
where tag_id = :tag
  and fed_by is distinct from cast(:segment as bigint)
