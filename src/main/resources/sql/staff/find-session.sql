-- Who is logged in, as they are today, if their session still counts. Every request asks, so that it takes no transaction of its own.
-- In: id, generation. Out: at most one row. Reads only.
select id, email, name, role, generation, locale
from staff.account
where id = :id
  and generation = :generation
  and state = 'ACTIVE'
