-- Holds the accounts of those of a grant's users whom it has still to be given to, or to be taken back from, until the transaction ends.
-- in: grant, after and up_to (numbers of users), back. out: how many. Safe to repeat.
select count(*)
from (
  select a.user_id
  from points.account a
  where a.user_id in (
    select m.user_id
    from points.grantee m
    where m.grant_id = :grant
      and m.user_id > :after
      and m.user_id <= :up_to
      and m.taken_back is null
      and (m.entry_id is not null) = :back
  )
  order by a.user_id
  for update
) held
