-- What other systems show instead of a login. The secret itself is nowhere.
create table staff.api_token (
    id bigint generated always as identity primary key,
    name text not null check (name = btrim(name) and length(name) between 1 and 60),
    scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['IMPORTS']),
    secret_hash text not null unique check (length(secret_hash) = 64),
    created_by bigint not null references staff.account,
    created_at timestamptz not null,
    expires_at timestamptz check (expires_at > created_at),
    last_used_at timestamptz,
    revoked_at timestamptz,
    version int not null default 0
);
comment on table staff.api_token is 'Tokens of other systems; each may do what its scopes say, as long as whoever created it is an admin.';
comment on column staff.api_token.secret_hash is 'SHA-256 of the secret, in hexadecimal.';
comment on column staff.api_token.last_used_at is 'At most one minute behind.';

-- The trail calls a token by its name: of those that are not revoked, there is one of each.
create unique index api_token_name on staff.api_token (lower(name)) where revoked_at is null;
