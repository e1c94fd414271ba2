-- Keeps what an admin decided about points, if it is still as seen.
-- in: edition (as seen; 0 before the first time), adjustment_limit, per_unit, cash_percent, grant_limit, when, by.
-- out: rows written, none if somebody else was first. Safe to repeat: the edition is another then.
insert into points.setting (adjustment_limit, per_unit, cash_percent, grant_limit, changed_at, changed_by)
values (:adjustment_limit, :per_unit, :cash_percent, :grant_limit, :when, :by)
on conflict (only_one) do update
set adjustment_limit = excluded.adjustment_limit,
  per_unit = excluded.per_unit,
  cash_percent = excluded.cash_percent,
  grant_limit = excluded.grant_limit,
  changed_at = excluded.changed_at,
  changed_by = excluded.changed_by,
  edition = setting.edition + 1
where setting.edition = :edition
