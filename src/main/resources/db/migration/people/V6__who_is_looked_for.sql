-- Persons who changed, for everybody who keeps them in memory. Followed by transaction, since rows commit out of order.
create table people.changes (
  xact      xid8        not null default pg_current_xact_id(),
  person_id bigint      not null,
  at        timestamptz not null default now()
);
create index changes_xact on people.changes (xact);

-- When a profile that nobody is linked to was last compared with all persons, and what it showed then.
create table people.lookups (
  profile_id bigint primary key,
  facts      text,
  rules      text,
  nobody     real,
  looked_at  timestamptz
);
comment on table people.lookups is 'facts is empty while the profile waits to be compared';
comment on column people.lookups.facts is 'digest of what the profile showed and of what its owner said in private';
comment on column people.lookups.nobody is 'the probability that it is none of the persons known then';
create index lookups_due on people.lookups (profile_id) where facts is null;

-- All voices are to be compared again, from the first on; one row at most.
create table people.sweeps (
  id       int         primary key default 1 check (id = 1),
  asked_at timestamptz not null,
  reached  bigint      not null
);

-- Weights moved by people's answers; the latest counts.
create table people.models (
  id      bigint generated always as identity primary key,
  weights text        not null,
  answers int         not null,
  made_at timestamptz not null
);

-- Links the evidence made that were drawn by lot to be looked at by a person: what the stated precision is measured by.
create table people.audits (
  link_id     bigint      primary key references people.links on delete cascade,
  probability real        not null,
  drawn_at    timestamptz not null,
  is_right    boolean,
  answered_by bigint,
  answered_at timestamptz
);
create index audits_open on people.audits (link_id) where is_right is null;

-- Questions nobody wants to see just now.
create table people.postponed (
  link_id bigint      not null references people.links on delete cascade,
  user_id bigint      not null,
  until   timestamptz not null,
  answer  text        not null check (answer in ('LATER', 'CANNOT_TELL')),
  primary key (link_id, user_id)
);

-- What may be done with the knowledge of who speaks; without a row it may be.
create table people.purposes (
  purpose    text        primary key check (purpose in ('CARE', 'RESEARCH')),
  is_on      boolean     not null,
  changed_by bigint,
  changed_at timestamptz not null
);

-- The questions that wait for a person: links nobody decided, of profiles that nobody is linked to.
create view people.questions_v as
  select l.id, l.profile_id, l.person_id, l.probability, l.evidence, l.decided_at
  from people.links l
  where l.state = 'PROPOSED'
    and not exists (select from people.links c where c.profile_id = l.profile_id and c.state = 'CONFIRMED');

-- Telephone numbers as they are compared: their last nine digits, since each writes the rest in a way of their own.
create index addresses_called on people.addresses (('+' || right(regexp_replace(value, '\D', '', 'g'), 9)))
  where kind = 'PHONE';
