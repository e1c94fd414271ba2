-- A user's terms, the latest first. In: :user_id. Out: rows; until is null for the one that runs. Changes nothing.
select
  h.starts_on, upper(h.during) as until, t.name_en, t.name_zh, t.colour, t.version, h.cause, h.due_on,
  case when h.cause = 'MANUAL_END' then m.end_reason else m.reason end as reason,
  case when h.cause = 'MANUAL_END' then m.ended_by else m.by_name end as by_name,
  case when h.cause = 'MANUAL' then m.ended_on end as ended_on,
  m.end_reason, m.ended_by
from membership.tier_history h
join membership.tier t on t.id = h.tier_id
left join membership.manual_tier m on m.user_id = h.user_id and m.manual_id = h.manual_id
where h.user_id = :user_id
order by h.starts_on desc
limit :limit
