-- Lets members of a segment go who are no users any more; nothing is said of when. in: segment. out: rows deleted. Safe to repeat.
delete from segments.member m
where m.segment_id = :segment
  and not exists (
    select
    from users.users u
    where u.user_id = m.user_id
  )
