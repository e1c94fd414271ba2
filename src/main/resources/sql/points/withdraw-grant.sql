-- Writes down who cancelled a grant, or wants it taken back. Under its lock.
-- in: grant, state, staff, name, when. out: rows written. Safe to repeat: it happens once.
update points.bulk_grant
set state = :state,
  withdrawn_by = :staff,
  withdrawn_by_name = :name,
  withdrawn_at = :when
where grant_id = :grant
  and withdrawn_by is null
