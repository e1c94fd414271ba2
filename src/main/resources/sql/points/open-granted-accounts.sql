-- Opens accounts for those of a grant's users who have none and are there, and stay until this is over.
-- in: grant, after and up_to (numbers of users). out: rows written. Safe to repeat: there is one account.
insert into points.account (user_id)
select u.user_id
from users.users u
where u.user_id in (
    select m.user_id
    from points.grantee m
    where m.grant_id = :grant
      and m.user_id > :after
      and m.user_id <= :up_to
      and m.entry_id is null
  )
  and not exists (select from points.account a where a.user_id = u.user_id)
order by u.user_id
for key share
on conflict (user_id) do nothing
