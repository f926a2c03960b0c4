create schema if not exists access;

create table access.users (
    id bigint generated always as identity primary key,
    email text not null,
    name text not null,
    role text not null,
    password_hash text not null,
    language text not null default 'en',
    zone text not null default 'UTC',
    theme text not null default 'SYSTEM',
    answers_keys boolean not null default true,
    created_at timestamptz not null,
    deactivated_at timestamptz
);
-- Addresses are written in lower case before they come here.
create unique index users_email on access.users (email);

create table access.teams (
    id bigint generated always as identity primary key,
    name text not null,
    created_at timestamptz not null
);
create unique index teams_name on access.teams (lower(name));

create table access.team_members (
    team_id bigint not null references access.teams on delete cascade,
    user_id bigint not null references access.users on delete cascade,
    primary key (team_id, user_id)
);
create index team_members_user on access.team_members (user_id);

-- One open invitation an address: inviting again makes the older link worthless.
create table access.invitations (
    id bigint generated always as identity primary key,
    email text not null unique,
    role text not null,
    team_ids bigint[] not null,
    secret_hash bytea not null unique,
    invited_by bigint not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

-- Links that create an owner (no user) or sign a user in. Used ones are deleted, so none works twice.
create table access.one_time_links (
    secret_hash bytea primary key,
    purpose text not null,
    user_id bigint references access.users on delete cascade,
    expires_at timestamptz not null
);

create table access.api_tokens (
    id bigint generated always as identity primary key,
    name text not null,
    secret_hash bytea not null unique,
    ending text not null,
    scopes text[] not null,
    issued_by bigint,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
);

-- Who tried is kept as a hash: most of it is typing errors of people who have done nothing wrong.
create table access.sign_in_attempts (
    who_hash bytea primary key,
    failures integer not null,
    failed_at timestamptz not null,
    blocked_until timestamptz not null
);

create table access.audit_entries (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor_kind text not null,
    actor_id bigint,
    action text not null,
    subject_kind text not null,
    subject_id text not null,
    facts jsonb not null
);
create index audit_entries_actor on access.audit_entries (actor_kind, actor_id, id desc);
create index audit_entries_action on access.audit_entries (action, id desc);

-- The shape that Spring Session 4 asks for.
create table access.sessions (
    primary_id char(36) primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index sessions_session_id on access.sessions (session_id);
create index sessions_expiry_time on access.sessions (expiry_time);
create index sessions_principal_name on access.sessions (principal_name);

create table access.sessions_attributes (
    session_primary_id char(36) not null references access.sessions on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
