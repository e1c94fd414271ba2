-- What is forecast of one user's tier. In: :user_id. Out: at most one row. Changes nothing.
select f.decide_on, f.growth, f.kept, f.missing
from membership.forecast f
where f.user_id = :user_id
