-- Fulfils or cancels a redemption that waits.
-- in: redemption, state, when, by. out: rows written. Safe to repeat: what is decided stays.
update points.redemption
set state = :state,
  decided_at = :when,
  decided_by = :by
where redemption_id = :redemption
  and state = 'RESERVED'
