-- Decides what each staged row that was not refused does: an order already known says nothing new if it says the same, and is refused if
-- it says something else; an order of nobody known is refused unless users are to be created.
-- in: intake, create_users. Safe to repeat after match-intake.
update activity.intake_row r
set outcome = case
      when n.order_id is null and s.user_id is null and not :create_users then 'REJECTED'
      when n.order_id is null then 'CREATED'
      when (o.user_id, o.paid_at, o.amount) is not distinct from (s.user_id, s.paid_at, s.amount) then 'UNCHANGED'
      else 'REJECTED'
    end,
    reason = case
      when n.order_id is null and s.user_id is null and not :create_users then 'UNKNOWN_USER'
      when n.order_id is not null
        and (o.user_id, o.paid_at, o.amount) is distinct from (s.user_id, s.paid_at, s.amount) then 'ORDER_DIFFERS'
    end,
    reason_fact = case
      when n.order_id is null and s.user_id is null and not :create_users then coalesce(s.external_id, '')
      when n.order_id is not null
        and (o.user_id, o.paid_at, o.amount) is distinct from (s.user_id, s.paid_at, s.amount) then o.user_id::text
    end
from activity.intake_row s
left join activity.order_number n on n.source = s.source and n.kind = s.kind and n.order_no = s.order_no
left join activity.order_fact o on o.user_id = n.user_id and o.order_id = n.order_id
where r.intake_id = :intake
  and s.intake_id = :intake
  and r.line_no = s.line_no
  and r.outcome is null
