-- Whom merging a tag into another touches: who has the one, who of them has both, and who would lose a third of a single choice.
-- in: survivor, absorbed. out: users, having, losing. Reads only.
select count(*) as users, count(h.user_id) as having,
       count(*) filter (where h.user_id is null and o.user_id is not null) as losing
from tags.user_tag a
left join tags.user_tag h on h.user_id = a.user_id and h.tag_id = :survivor
left join tags.user_tag o on o.user_id = a.user_id
  and o.single_group = (select single_group from tags.tag_terms where tag_id = :survivor)
  and o.tag_id not in (:survivor, :absorbed)
where a.tag_id = :absorbed
