-- Who asked for an adjustment can withdraw it as long as nobody has decided on it. Nobody else can, and who asked decides nothing else.
alter table points.adjustment_request
  drop constraint adjustment_request_state_check,
  drop constraint adjustment_request_check,
  add constraint adjustment_request_state_check check (state in ('PENDING', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
  add constraint adjustment_request_second check ((decided_by = requested_by) = (state = 'WITHDRAWN'));
