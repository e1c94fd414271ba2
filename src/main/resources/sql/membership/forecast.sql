-- Whose terms are decided after one day and up to another: how many would drop by what they did so far, and of those how many would keep their
-- tier by spending a little more. Kept is by the rule for keeping, by earning the tier or a higher one anew, or by having paid for it. What a
-- missing order or active day is worth nobody knows: one of each comes with the spending.
-- In: :as_of, :until (business days), :near (minor units), :unit (minor units of one). Out: month (its first day), tier_id, users, dropping,
-- near. Changes nothing.
with paid as materialized (
  select r.user_id, r.rank, r.from_on, r.until_on
  from membership.paid_ranks((select c.version from membership.current c), :as_of, 0, 9223372036854775807) r
)
select
  date_trunc('month', d.decide_on::timestamp)::date as month,
  d.tier_id,
  count(*) as users,
  count(*) filter (where not d.kept) as dropping,
  count(*) filter (where not d.kept and d.missing <= :near) as near
from (
  select
    s.decide_on, s.tier_id, k.missing,
    membership.keeps(t, m.growth, m.spend, m.orders, m.active_days)
    or exists (
      select 1
      from membership.tier x
      where x.version = t.version
      and x.rank >= t.rank
      and membership.reaches(x, e.growth, e.spend, e.orders, e.active_days)
    )
    or exists (
      select 1
      from paid b
      where b.user_id = s.user_id
      and b.rank >= t.rank
      and b.from_on <= s.decide_on
      and b.until_on > s.decide_on
    ) as kept
  from membership.standing s
  join membership.tier t on t.id = s.tier_id
  join membership.programme p on p.version = t.version
  cross join lateral (
    select
      membership.window_start(p.keep_window, p.keep_days, s.due_on, s.term_from) as keep_from,
      membership.window_start(p.reach_window, p.reach_days, s.decide_on, s.term_from) as reach_from,
      least(s.decide_on, :as_of + 1) as until_on
  ) w
  cross join lateral membership.measure(s.user_id, w.keep_from, greatest(w.until_on, w.keep_from), s.decide_on) m
  cross join lateral membership.measure(s.user_id, w.reach_from, greatest(w.until_on, w.reach_from), s.decide_on) e
  cross join lateral (
    select
      min(case
        when r.rule_join = 'ANY' then
          least(g.money, r.spend, case when r.orders <= 1 then 1 end, case when r.active_days <= 1 then 1 end)
        when coalesce(r.orders, 0) <= 1 and coalesce(r.active_days, 0) <= 1 and (r.growth is null or g.money is not null) then
          greatest(g.money, r.spend, 1)
      end) as missing
    from (
      select t.keep_join, t.keep_growth - m.growth, t.keep_spend - m.spend, t.keep_orders - m.orders, t.keep_active_days - m.active_days
      where coalesce(t.keep_growth, t.keep_spend, t.keep_orders, t.keep_active_days) is not null
      union all
      select t.entry_join, t.entry_growth - m.growth, t.entry_spend - m.spend, t.entry_orders - m.orders, t.entry_active_days - m.active_days
      where coalesce(t.keep_growth, t.keep_spend, t.keep_orders, t.keep_active_days) is null
      union all
      select t.entry_join, t.entry_growth - e.growth, t.entry_spend - e.spend, t.entry_orders - e.orders, t.entry_active_days - e.active_days
    ) r (rule_join, growth, spend, orders, active_days)
    cross join lateral (
      select case
        when r.growth <= 0 then 0
        when p.order_factor > 0 then ceil(r.growth * :unit / p.order_factor)
      end as money
    ) g
  ) k
  where s.decide_on > :as_of
  and s.decide_on <= :until
  and s.cause not in ('MANUAL', 'PAID')
) d
group by 1, 2
order by 1, 2
