-- One user's ranges, the latest first; what lies after today is what will be without another order.
-- In: :user_id. Out: rows; until is null where nothing but an order ends it. Changes nothing.
select r.since, nullif(r.until, date 'infinity') as until, r.stage
from lifecycle.stage_range r
where r.user_id = :user_id
order by r.since desc
