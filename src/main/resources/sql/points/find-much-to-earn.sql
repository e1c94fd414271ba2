-- Whether nobody has had points yet, while there are so many facts that some could be for.
-- in: many. Reads only.
select not exists (select from points.entry)
  and (select coalesce(sum(i.orders), 0) from activity.order_intake i)
    + (select count(*) from (select from activity.behaviour limit :many) b) >= :many
