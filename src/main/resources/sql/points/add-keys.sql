-- Puts the indexes back that drop-keys took off. Not safe to repeat before drop-keys.
alter table points.entry
  add constraint entry_pkey primary key (user_id, entry_id);
create index entry_reversals on points.entry (user_id, reverses) where reverses is not null;
create index entry_day on points.entry (day, entry_id) include (kind, source, amount);
alter table points.lot
  add constraint lot_pkey primary key (user_id, lot_id);
create index lot_expiry on points.lot (expires_on) where open
