-- Forgets what was paid for, of some users, before it is told anew. In: :first, :last (user_id). Safe to repeat.
delete from membership.paid_cover
where user_id between :first and :last
