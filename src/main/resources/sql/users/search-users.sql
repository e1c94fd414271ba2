-- Users by exact identity, then by the start of their name. An external id is found as it was typed, in capitals and in small letters:
-- three look-ups in the index, where one without regard to capitals would take an index of its own.
-- in: text, email (text in lower case), phone (text in E.164 if it is a number), prefix (text as a like pattern), limit. out: user_id. Reads only.
select user_id
from (
  select user_id, 0 as rank
  from users.identity
  where (kind = 'EXTERNAL_ID' and value in (:text, upper(:text), lower(:text)))
     or (kind = 'PHONE' and value = :phone)
     or (kind = 'EMAIL' and value = :email)
  union all
  (select user_id, 1
   from users.users
   where name like :prefix
   order by name, user_id
   limit :limit)
) found
group by user_id
order by min(rank), user_id
limit :limit
