-- Undoing an import must not give back what a segment gave that gives no longer.
-- in: tag, segment. Safe to repeat.
delete from tags.taken_tag
where tag_id = :tag
  and segment_id = :segment
