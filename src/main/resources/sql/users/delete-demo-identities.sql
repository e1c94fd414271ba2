-- Takes away the identities of the fictional users.
-- Safe to repeat.
delete from users.identity i
using users.users u
where u.demo
  and i.user_id = u.user_id
