-- Drops the days after :as_of and those on which nothing is left that happened.
-- In: :as_of (business day), :zone (business zone). Out: rows deleted. Safe to repeat.
delete from metrics.day_figures d
where d.day > :as_of
  or (
    not exists (
      select 1
      from activity.order_fact o
      where o.paid_at >= (d.day::timestamp at time zone :zone)
        and o.paid_at < ((d.day + 1)::timestamp at time zone :zone)
    )
    and d.day not in (
      select (u.registered_at at time zone :zone)::date
      from users.users u
      where u.registered_at is not null
    )
  )
