-- Whether anybody ever held a tier. Changes nothing.
select exists (select from membership.tier_history)
