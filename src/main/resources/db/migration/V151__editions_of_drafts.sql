-- Counts what people change about the draft of the programme, and says in which form the last of it was typed, so that nobody writes over what
-- somebody else has changed. No two drafts share an edition.
create sequence membership.draft_edition;
alter table membership.programme
  add column edition bigint not null default nextval('membership.draft_edition'),
  add column last_form text not null default '' check (length(last_form) <= 40);
