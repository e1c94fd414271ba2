-- A name is one benefit, however it is capitalised. Where two had the same by then, the later one bears its number too.
update membership.benefit b
set name_en = left(b.name_en, 60 - length(' (#' || b.benefit_id || ')')) || ' (#' || b.benefit_id || ')'
where exists (select from membership.benefit o where lower(o.name_en) = lower(b.name_en) and o.benefit_id < b.benefit_id);
update membership.benefit b
set name_zh = left(b.name_zh, 60 - length(' (#' || b.benefit_id || ')')) || ' (#' || b.benefit_id || ')'
where exists (select from membership.benefit o where lower(o.name_zh) = lower(b.name_zh) and o.benefit_id < b.benefit_id);
alter table membership.benefit
  drop constraint benefit_name_en_key,
  drop constraint benefit_name_zh_key;
create unique index benefit_name_en on membership.benefit (lower(name_en));
create unique index benefit_name_zh on membership.benefit (lower(name_zh));
