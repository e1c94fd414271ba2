-- All versions of the programme, the newest first. Changes nothing.
select
  p.version, p.state, p.effective_on, p.copy_of, p.reach_window, p.reach_days, p.keep_window, p.keep_days, p.refunds, p.order_factor,
  p.created_at, p.published_at, p.published_by, p.edition, p.last_form
from membership.programme p
order by p.version desc
