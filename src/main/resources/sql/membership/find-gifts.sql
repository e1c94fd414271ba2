-- Which tiers a user was given by hand, the latest first, called as in the newest published version that has them; and on which day another one
-- took their place before they were over. In: :user_id, :limit. Out: rows. Changes nothing.
select
  m.manual_id, t.name_en, t.name_zh, m.from_on, m.until_on, m.reason, m.by_name, m.ended_on, m.end_reason, m.ended_by,
  (
    select min(n.from_on)
    from membership.manual_tier n
    where n.user_id = m.user_id
    and n.manual_id > m.manual_id
    and n.from_on < m.until_on
    and (m.ended_at is null or n.at <= m.ended_at)
  ) as replaced_on
from membership.manual_tier m
left join lateral (
  select x.name_en, x.name_zh
  from membership.tier x
  join membership.programme p on p.version = x.version
  where x.tier_no = m.tier_no
  and p.state = 'PUBLISHED'
  order by x.version desc
  limit 1
) t on true
where m.user_id = :user_id
order by m.manual_id desc
limit :limit
