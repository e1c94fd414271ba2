-- Takes one off the stock of a reward, or puts one back. Under the lock of the reward; rewards without stock stay.
-- in: reward, by. out: rows written, none if nothing is left. Safe to repeat with its redemption, which is written once.
update points.reward
set stock = stock + :by
where reward_id = :reward
  and supply = 'STOCK'
  and stock + :by >= 0
