-- Whether there is any single choice.
-- out: true or false. Reads only.
select exists (
  select
  from tags.tag_group
  where choice = 'SINGLE'
)
