-- Lets a grant go from one state to the next.
-- in: grant, from, to. out: rows written. Safe to repeat: it goes once.
update points.bulk_grant
set state = :to
where grant_id = :grant
  and state = :from
