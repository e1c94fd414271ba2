-- Writes what the tiers of the draft grant. In: :version, :tiers and :benefits (numbers with commas between, pair by pair).
-- Safe to repeat after delete-tiers, with which what they granted goes.
insert into membership.tier_benefit (version, tier_no, benefit_id)
select :version, g.tier_no, g.benefit_id
from unnest(cast(string_to_array(:tiers, ',') as int[]), cast(string_to_array(:benefits, ',') as bigint[])) g (tier_no, benefit_id)
join membership.tier t on t.version = :version and t.tier_no = g.tier_no
join membership.benefit b on b.benefit_id = g.benefit_id
on conflict do nothing
