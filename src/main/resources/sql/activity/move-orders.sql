-- Hands the orders and refunds of a merged user to who stands for it. in: survivor, absorbed. Safe to repeat.
update activity.order_fact
set user_id = :survivor
where user_id = :absorbed
