-- Which claim a key stands for, or which it undid. In: :key. Out: at most one row; undoes is null for a claim. Changes nothing.
select c.user_id, c.claim_id, c.undoes, c.reason
from membership.claim c
where c.key = :key
