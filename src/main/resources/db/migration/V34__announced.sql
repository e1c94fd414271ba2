-- What a rehearsal found would come into being beside the rows themselves: channels, tags, attributes, choices.
alter table imports.import_file
  add column announced jsonb not null default '{}' check (jsonb_typeof(announced) = 'object');
