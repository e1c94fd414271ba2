-- How many users went from which class to which between two snapshots; NONE is not scored.
-- In: :from, :to (snapshots). Out: a row per pair of classes. Changes nothing.
select
  coalesce(f.class_code, 'NONE') as from_class,
  coalesce(t.class_code, 'NONE') as to_class,
  count(*) as users
from (select user_id, class_code from rfm.score where snapshot_id = :from) f
full join (select user_id, class_code from rfm.score where snapshot_id = :to) t on t.user_id = f.user_id
group by 1, 2
