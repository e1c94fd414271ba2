-- Who answers to an identity.
-- in: kind, value. out: at most one user. Reads only.
select user_id
from users.identity
where kind = :kind
  and value = :value
