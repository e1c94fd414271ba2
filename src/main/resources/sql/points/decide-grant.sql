-- Writes down what a second manager decided on a grant that waited. Under its lock.
-- in: grant, state, day, why, staff, name, when. out: rows written. Safe to repeat: what is decided stays.
update points.bulk_grant
set state = :state,
  day = :day,
  decided_why = :why,
  decided_by = :staff,
  decided_by_name = :name,
  decided_at = :when
where grant_id = :grant
  and state = 'WAITING'
