-- Whose terms are decided after one day and up to another: how many would drop by what they did so far, and of those how many would keep their
-- tier by spending a little more. What a missing order or active day is worth nobody knows: one missing order comes with the spending.
-- In: :as_of, :until (business days), :near (minor units), :unit (minor units of one). Out: month (its first day), tier_id, users, dropping,
-- near. Changes nothing.
select
  date_trunc('month', d.decide_on::timestamp)::date as month,
  d.tier_id,
  count(*) as users,
  count(*) filter (where not d.kept) as dropping,
  count(*) filter (where not d.kept and d.missing <= :near) as near
from (
  select
    s.decide_on, s.tier_id,
    membership.keeps(t, m.growth, m.spend, m.orders, m.active_days) as kept,
    case
      when k.rule_join = 'ANY' then least(k.growth_money, k.spend_money)
      when m.orders + 1 >= coalesce(k.orders, 0) and m.active_days + 1 >= coalesce(k.active_days, 0) then
        greatest(k.growth_money, k.spend_money, 1)
    end as missing
  from membership.standing s
  join membership.tier t on t.id = s.tier_id
  join membership.programme p on p.version = t.version
  cross join lateral membership.measure(
    s.user_id, membership.window_start(p.keep_window, p.keep_days, s.due_on, s.term_from), least(s.decide_on, :as_of + 1), s.decide_on
  ) m
  cross join lateral (
    select
      o.rule_join, o.orders, o.active_days,
      case when p.order_factor > 0 then ceil((o.growth - m.growth) * :unit / p.order_factor) end as growth_money,
      o.spend - m.spend as spend_money
    from (
      select t.keep_join, t.keep_growth, t.keep_spend, t.keep_orders, t.keep_active_days
      where coalesce(t.keep_growth, t.keep_spend, t.keep_orders, t.keep_active_days) is not null
      union all
      select t.entry_join, t.entry_growth, t.entry_spend, t.entry_orders, t.entry_active_days
      where coalesce(t.keep_growth, t.keep_spend, t.keep_orders, t.keep_active_days) is null
    ) o (rule_join, growth, spend, orders, active_days)
  ) k
  where s.decide_on > :as_of
  and s.decide_on <= :until
  and s.cause <> 'MANUAL'
) d
group by 1, 2
order by 1, 2
