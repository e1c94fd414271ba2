create table audit.entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    staff_id bigint,
    staff_name text not null,
    action text not null,
    subject text not null,
    before jsonb not null default '{}',
    after jsonb not null default '{}',
    address text
);
comment on table audit.entry is 'Who did what, when, from where. Append-only.';
comment on column audit.entry.staff_name is 'The name at the time; system for background work, – for a stranger.';

create index entry_at on audit.entry (at desc, id desc);
create index entry_staff on audit.entry (staff_id, at desc, id desc);
create index entry_action on audit.entry (action, at desc, id desc);
create index entry_subject on audit.entry (subject text_pattern_ops, at desc, id desc);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is append-only';
end
$$;

create trigger append_only before update or delete on audit.entry
    for each statement execute function audit.refuse_change();
