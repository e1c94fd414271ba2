-- Adds a plan. In: :name_en, :name_zh, :price (minor units), :term_length, :term_unit, :tier_no, :when. Out: its plan_id, or no row if another
-- has one of the names. Safe to repeat: then it has.
insert into membership.plan (name_en, name_zh, price, term_length, term_unit, tier_no, on_sale, created_at)
values (:name_en, :name_zh, :price, :term_length, :term_unit, :tier_no, true, :when)
on conflict do nothing
returning plan_id
