-- Writes down what became of an adjustment that waited.
-- in: request, state, why, staff, name, when. out: rows written. Safe to repeat: what is decided stays.
update points.adjustment_request
set state = :state,
  decided_why = :why,
  decided_by = :staff,
  decided_by_name = :name,
  decided_at = :when
where request_id = :request
  and state = 'PENDING'
