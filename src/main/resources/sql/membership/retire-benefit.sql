-- Retires a benefit, or brings it back. In: :benefit, :retired. Out: 1, or 0 if it is so already. Safe to repeat.
update membership.benefit
set retired = :retired
where benefit_id = :benefit
and retired <> :retired
