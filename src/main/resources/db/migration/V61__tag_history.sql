-- Every time a user got or lost a tag: who or what, when. Append-only; replayed in order it gives what users have now.
create table tags.tag_change (
  user_id bigint not null,
  change_id bigint generated always as identity,
  tag_id bigint not null,
  at timestamptz not null,
  what text not null check (what in ('GIVEN', 'TAKEN')),
  cause text not null check (cause in ('STAFF', 'IMPORT', 'UNDO', 'SEGMENT', 'EXPIRY', 'TAG_MERGED', 'TAG_DELETED', 'USER_MERGED')),
  cause_id bigint,
  primary key (user_id, change_id),
  check ((cause = 'EXPIRY') = (cause_id is null))
);
comment on column tags.tag_change.cause_id is 'The member of staff, import, segment, other tag or other user.';

insert into tags.tag_change (user_id, tag_id, at, what, cause, cause_id)
select user_id, tag_id, since, 'GIVEN', case when intake_id is null then 'STAFF' else 'IMPORT' end, coalesce(intake_id, staff_id)
from tags.user_tag
order by user_id, since, tag_id;
