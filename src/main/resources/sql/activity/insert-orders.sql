-- Writes the orders and refunds of the rows that create.
-- in: intake, source, match (kinds of identities in their order), given (kinds that rows give), demo,
-- ids (what take-order-ids gave). out: rows written.
-- Safe to repeat after comparing anew: a number that is known no longer creates. The users it makes known are there by now.
insert into activity.order_fact (user_id, order_id, kind, source, order_no, paid_at, amount, channel, demo, intake_id)
select m.user_id, :ids + m.line_no, m.kind, :source, m.order_no, m.paid_at, m.amount, m.channel, :demo, :intake
from activity.matched_rows(:intake, string_to_array(:match, ','), string_to_array(:given, ',')) m
where not exists (
    select
    from activity.intake_verdict v
    where v.intake_id = :intake
      and v.line_no = m.line_no
      and v.outcome <> 'CREATED'
  )
