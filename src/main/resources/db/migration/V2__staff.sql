create table staff.account (
    id bigint generated always as identity primary key,
    email text not null unique check (email = lower(email) and email = btrim(email) and email <> ''),
    name text not null check (name <> ''),
    role text not null check (role in ('OPERATOR', 'MANAGER', 'ADMIN')),
    state text not null check (state in ('INVITED', 'ACTIVE', 'DISABLED')),
    password_hash text,
    locale text check (locale in ('en', 'zh-CN')),
    -- Grows whenever sessions opened before must no longer count.
    generation int not null default 0,
    invitation_hash text unique,
    invitation_expires_at timestamptz,
    created_at timestamptz not null,
    joined_at timestamptz,
    last_login_at timestamptz,
    version int not null default 0,
    constraint active_has_password check (state <> 'ACTIVE' or password_hash is not null),
    constraint invitation_has_end check ((invitation_hash is null) = (invitation_expires_at is null)),
    constraint only_invited_has_invitation check (invitation_hash is null or state = 'INVITED')
);
comment on table staff.account is 'Everyone who may log in, or was invited to.';
comment on column staff.account.invitation_hash is 'SHA-256 of the one-time token in the invitation link.';

-- What counts against further guessing. "tried" is a digest of the account, the address, or both.
create table staff.login_failure (
    id bigint generated always as identity primary key,
    tried text not null,
    failed_at timestamptz not null
);
create index login_failure_tried on staff.login_failure (tried, failed_at);
create index login_failure_failed_at on staff.login_failure (failed_at);
comment on table staff.login_failure is 'Recent failed logins; purged after a day.';

create table staff.known_address (
    account_id bigint not null references staff.account on delete cascade,
    address_digest text not null,
    last_login_at timestamptz not null,
    primary key (account_id, address_digest)
);
comment on table staff.known_address is 'Where a member of staff has logged in from: others who guess cannot lock them out there.';
