-- The plans, those on sale first, the cheapest first. Out: rows. Changes nothing.
select p.plan_id, p.name_en, p.name_zh, p.price, p.term_length, p.term_unit, p.tier_no, p.on_sale, p.edition
from membership.plan p
order by p.on_sale desc, p.price, p.plan_id
