-- Writes a claim, or an entry that undoes one. In: :user, :benefit, :tier, :day, :at, :cost, :points, :key, :undoes and :reason (null for a
-- claim), :by. Out: 1, or 0 if the key stands for something already, or the claim was undone. Safe to repeat: a key is one entry.
insert into membership.claim (user_id, benefit_id, tier_id, day, at, cost, points, key, undoes, reason, by_name)
values (:user, :benefit, :tier, :day, :at, :cost, :points, :key, :undoes, :reason, :by)
on conflict do nothing
