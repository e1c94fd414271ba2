-- Keeps the figures of the preset periods and those before them, from the days and from which users have which bits.
-- In: :froms and :untils (dates joined by commas, until exclusive), :bits (the bit of each), :undated (users without a day of
-- registration). Out: rows. Safe to repeat after delete-periods, in one transaction with it.
insert into metrics.period_figures (
  from_on, until_on, users, new_users, orders, refunds, buyers, repeat_buyers, gross, refunded
)
select
  p.from_on,
  p.until_on,
  :undated + days.users,
  days.new_users,
  days.orders,
  days.refunds,
  people.buyers,
  people.repeat_buyers,
  days.gross,
  days.refunded
from unnest(
  string_to_array(:froms, ',')::date[],
  string_to_array(:untils, ',')::date[],
  string_to_array(:bits, ',')::int[]
) p (from_on, until_on, bit)
cross join lateral (
  select
    coalesce(sum(d.new_users) filter (where d.day < p.until_on), 0) as users,
    coalesce(sum(d.new_users) filter (where d.day >= p.from_on and d.day < p.until_on), 0) as new_users,
    coalesce(sum(d.orders) filter (where d.day >= p.from_on and d.day < p.until_on), 0) as orders,
    coalesce(sum(d.refunds) filter (where d.day >= p.from_on and d.day < p.until_on), 0) as refunds,
    coalesce(sum(d.gross) filter (where d.day >= p.from_on and d.day < p.until_on), 0) as gross,
    coalesce(sum(d.refunded) filter (where d.day >= p.from_on and d.day < p.until_on), 0) as refunded
  from metrics.day_figures d
) days
cross join lateral (
  select
    coalesce(sum(b.users) filter (where b.bought_in & (1 << p.bit) <> 0), 0) as buyers,
    coalesce(sum(b.users) filter (where b.repeated_in & (1 << p.bit) <> 0), 0) as repeat_buyers
  from metrics.period_bits b
) people
on conflict (from_on, until_on) do nothing
