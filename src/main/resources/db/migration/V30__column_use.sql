-- What becomes of each column of a file, and how its rows are taken: richer than the name of a field.
alter table imports.import_file
  add column uses jsonb not null default '[]' check (jsonb_typeof(uses) = 'array'),
  add column mode text not null default 'CREATE_AND_UPDATE' check (mode in ('CREATE_ONLY', 'CREATE_AND_UPDATE', 'UPDATE_ONLY')),
  add column match_by text[] not null default '{EXTERNAL_ID,PHONE,EMAIL}'
    check (cardinality(match_by) between 1 and 3 and match_by <@ '{EXTERNAL_ID,PHONE,EMAIL}');

update imports.import_file
set uses = coalesce((
  select jsonb_agg(
    case field
      when '' then '{"target": {"as": "NOTHING"}, "policy": "IGNORE"}'::jsonb
      else jsonb_build_object('target', jsonb_build_object('as', 'FIELD', 'field', field), 'policy', 'OVERWRITE')
    end
    order by place)
  from unnest(mapping) with ordinality m (field, place)
), '[]');

alter table imports.import_file
  drop column mapping,
  add check (cardinality(column_names) = jsonb_array_length(uses));
