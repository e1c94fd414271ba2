-- Lets the former names of a merged tag mean the other one, and the segment that feeds it feed that one.
-- in: survivor, absorbed. Safe to repeat.
with fed as (
  update tags.tag s
  set fed_by = a.fed_by
  from tags.tag a
  where s.tag_id = :survivor
    and a.tag_id = :absorbed
    and s.fed_by is null
    and a.fed_by is not null
)
update tags.former_tag_name
set tag_id = :survivor
where tag_id = :absorbed
