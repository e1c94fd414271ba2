-- Up to which number users go, and how many orders and activities an intake brought (null: of no intake).
-- in: intake. Reads only.
select (select coalesce(max(u.user_id), 0) from users.users u) as last_user,
  (select coalesce(sum(i.orders + i.refunds), 0) from activity.order_intake i where i.intake_id = :intake)
    + (select count(*) from activity.behaviour b where b.intake_id = :intake) as facts
