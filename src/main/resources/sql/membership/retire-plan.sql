-- Takes a plan off sale, or puts it on again. In: :plan, :on_sale. Out: 1, or 0 if it is so already. Safe to repeat.
update membership.plan
set on_sale = :on_sale
where plan_id = :plan
and on_sale <> :on_sale
