-- What a user claimed and what of it was undone, the latest first.
-- In: users (numbers with commas between), at and key (all are below them), limit. Changes nothing.
select c.at, c.claim_id as key, b.name_en, b.name_zh, c.undoes is not null as undone, c.reason
from membership.claim c
join membership.benefit b on b.benefit_id = c.benefit_id
where c.user_id = any (cast(string_to_array(:users, ',') as bigint[]))
and (c.at, c.claim_id) < (:at, :key)
order by c.at desc, c.claim_id desc
limit :limit
