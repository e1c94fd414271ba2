-- How many adjustments and grants wait for a decision of a manager: those that others asked for.
-- in: staff. out: one row. Reads only.
select (
    select count(*)
    from points.adjustment_request
    where state = 'PENDING'
      and requested_by <> :staff
  ) as adjustments, (
    select count(*)
    from points.bulk_grant
    where state = 'WAITING'
      and requested_by <> :staff
  ) as grants
