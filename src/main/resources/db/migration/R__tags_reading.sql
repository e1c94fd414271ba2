-- What a group may be called in a file: its name, or one it had; in lower case.
create or replace view tags.named_group as
select lower(name) as name, group_id
from tags.tag_group
union all
select name, group_id
from tags.former_group_name;

-- What a tag may be called in a file, within the group the file names: its name, or one it had; in lower case. What is called so now goes before what
-- was; of two that were told apart by capitals, the older one.
create or replace view tags.named_tag as
select distinct on (n.group_id, n.name) n.group_id, n.name, n.tag_id
from (
  select group_id, lower(name) as name, tag_id, false as former
  from tags.tag
  union all
  select group_id, lower(name), tag_id, true
  from tags.former_tag_name
) n
order by n.group_id, n.name, n.former, n.tag_id;

-- What giving a tag needs to know: of which single choice it is one, and how long it lasts.
create or replace view tags.tag_terms as
select t.tag_id, t.group_id, case g.choice when 'SINGLE' then t.group_id end as single_group, t.lifetime_days
from tags.tag t
join tags.tag_group g on g.group_id = t.group_id;

-- What staged rows that found their user give: of a single choice the last that the file says.
create or replace view tags.intake_gift as
with said as (
  select r.intake_id, r.user_id, t.tag_id, t.single_group, t.lifetime_days, r.line_no, r.group_name, n.place
  from tags.intake_row r
  join tags.named_group g on g.name = lower(r.group_name)
  cross join lateral unnest(string_to_array(r.names, chr(31))) with ordinality n (name, place)
  join tags.named_tag m on m.group_id = g.group_id and m.name = lower(n.name)
  join tags.tag_terms t on t.tag_id = m.tag_id
  where r.user_id is not null
    and not exists (
      select
      from users.intake_verdict v
      where v.intake_id = r.intake_id
        and v.line_no = r.line_no
        and v.outcome = 'REJECTED'
    )
)
select distinct intake_id, user_id, tag_id, single_group, lifetime_days
from said
where single_group is null
union all
(
  select distinct on (intake_id, user_id, single_group) intake_id, user_id, tag_id, single_group, lifetime_days
  from said
  where single_group is not null
  order by intake_id, user_id, single_group, line_no desc, group_name desc, place desc
);
