-- What a user paid for, as known on a day, the latest first. In: :user_id, :as_of (business day). Out: rows. Changes nothing.
select
  t.term_id, t.plan_id, p.name_en, p.name_zh, t.tier_no, t.from_on, t.until_on, t.paid_until, t.paid, t.given_back, t.ended_by
from membership.paid_terms(:as_of) t
join membership.plan p on p.plan_id = t.plan_id
where t.user_id = :user_id
order by t.from_on desc, t.term_id desc
