-- Undoing an import must not give a crowd back what its segment gave: it has left.
-- in: tag, segment. Safe to repeat.
delete from tags.taken_tag k
using (select distinct user_id from tag_crowd) c
where k.user_id = c.user_id
  and k.tag_id = :tag
  and k.segment_id = :segment
