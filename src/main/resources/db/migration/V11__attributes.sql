-- What a company knows of its users beyond the fields everyone has: validated values by the attribute's code.
alter table users.users add column attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object');
alter table users.intake_row
  add column attributes jsonb,
  add column attributes_if_missing jsonb;
