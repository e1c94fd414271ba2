-- Lets those of some members of a segment go who are no users any more; nothing is said of when.
-- in: segment; the members stand in the temporary table difference. out: rows deleted. Safe to repeat.
delete from segments.member m
using difference d
where m.segment_id = :segment
  and m.user_id = d.user_id
  and (select true from users.users u where u.user_id = d.user_id) is null
