-- Which order or activity rules gave the points of some entries for, or took them back. An order that is gone has no number any more.
-- in: users and entries (numbers with commas between, in step). out: a row for each that a rule wrote. Reads only.
select f.user_id, p.entry_id, o.order_no, r.activity
from unnest(cast(string_to_array(:users, ',') as bigint[]), cast(string_to_array(:entries, ',') as bigint[])) p (user_id, entry_id)
join points.entry e on e.user_id = p.user_id and e.entry_id = p.entry_id and e.source = 'rule'
join points.earned_fact f on f.user_id = e.user_id and f.entry_id = coalesce(e.reverses, e.entry_id)
join points.earning_rule r on r.rule_id = f.rule_id
left join activity.order_fact o on r.activity is null and o.user_id = f.user_id and o.order_id = f.fact_id
