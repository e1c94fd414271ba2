-- Keeps the migration into a snapshot from the one it is compared with, so that no page counts it.
-- In: :from, :to (snapshots). Out: rows. Safe to repeat after delete-migrations, in one transaction with it.
insert into rfm.migration (from_snapshot, to_snapshot, from_class, to_class, users)
select :from, :to, coalesce(f.class_code, 'NONE'), coalesce(t.class_code, 'NONE'), count(*)
from (select user_id, class_code from rfm.score where snapshot_id = :from) f
full join (select user_id, class_code from rfm.score where snapshot_id = :to) t on t.user_id = f.user_id
group by 3, 4
