create schema if not exists people;

-- The humans behind profiles. Nobody needs a number, an address or a purchase to be one.
create table people.persons (
  id           bigint generated always as identity primary key,
  name         text        not null,
  folded       text        not null,
  given_name   text,
  family_name  text,
  other_names  text[]      not null default '{}',
  born_on      date,
  gender       text,
  title        text,
  organisation text,
  city         text,
  region       text,
  country      text,
  languages    text[]      not null default '{}',
  zone         text,
  zone_why     text,
  origin       text        not null check (origin in ('IMPORTED', 'ENTERED', 'HEARD')),
  version      int         not null default 1,
  made_at      timestamptz not null default now(),
  made_by      bigint,
  changed_at   timestamptz not null default now()
);
comment on column people.persons.folded is 'all names as names are compared, one after the other, for searching';
comment on column people.persons.title is 'what they do: a trade, an office';
comment on column people.persons.zone_why is 'what the time zone was taken from';
create index persons_found on people.persons using gin (folded gin_trgm_ops);
create index persons_named on people.persons (lower(family_name), lower(given_name));
create index persons_listed on people.persons (name, id);

-- Everything a person is called, one row each, folded as profiles' names are: equal names meet here.
create table people.names (
  person_id bigint not null references people.persons,
  folded    text collate "C" not null,
  primary key (folded, person_id)
);
create index names_person on people.names (person_id);

-- Customer organisations; a login is never an account.
create table people.accounts (
  id      bigint generated always as identity primary key,
  name    text        not null,
  folded  text        not null,
  made_at timestamptz not null default now()
);
create index accounts_named on people.accounts (folded);

create table people.memberships (
  account_id bigint not null references people.accounts,
  person_id  bigint not null references people.persons,
  role       text,
  source     text   not null default '',
  primary key (account_id, person_id)
);
create index memberships_person on people.memberships (person_id);

-- Under which number another system knows a person or a customer organisation: what purchases hang on.
create table people.customer_numbers (
  source     text collate "C" not null,
  number     text collate "C" not null,
  person_id  bigint references people.persons,
  account_id bigint references people.accounts,
  given      uuid,
  primary key (source, number),
  check (num_nonnulls(person_id, account_id) = 1)
);
comment on column people.customer_numbers.given is 'digest of the line that gave the person: the same line again changes nothing';
create index customer_numbers_number on people.customer_numbers (number);
create index customer_numbers_person on people.customer_numbers (person_id) where person_id is not null;
create index customer_numbers_account on people.customer_numbers (account_id) where account_id is not null;

-- Where a person can be met: addresses, numbers, handles, sites. Evidence for links comes from here.
create table people.addresses (
  id        bigint generated always as identity primary key,
  person_id bigint      not null references people.persons,
  kind      text        not null check (kind in ('EMAIL', 'PHONE', 'HANDLE', 'SITE')),
  network   text collate "C" not null default '',
  value     text        not null,
  folded    text collate "C" not null,
  source    text collate "C" not null default '',
  added_at  timestamptz not null default now(),
  unique (person_id, kind, network, folded)
);
comment on column people.addresses.network is 'of a handle; empty otherwise';
comment on column people.addresses.source is 'the system whose import gave it and may take it back; empty when entered here';
create index addresses_met on people.addresses (folded, kind, network);

-- Who speaks with a profile: a statement with a state, never a merge. One row for each pair that was ever considered.
create table people.links (
  id          bigint generated always as identity primary key,
  profile_id  bigint      not null,
  person_id   bigint      not null references people.persons,
  state       text        not null check (state in ('PROPOSED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
  probability real,
  evidence    jsonb       not null default '[]',
  rules       text        not null,
  decided_by  bigint,
  decided_at  timestamptz not null,
  why         text,
  made_at     timestamptz not null,
  version     int         not null default 1,
  unique (profile_id, person_id)
);
comment on column people.links.rules is 'the version of the rules that weighed the evidence';
comment on column people.links.decided_by is 'the user who decided; empty when the evidence did';
create unique index links_one_person on people.links (profile_id) where state = 'CONFIRMED';
create index links_person on people.links (person_id, state);
create index links_waiting on people.links (probability desc nulls last, id) where state = 'PROPOSED';

-- Everything that ever happened to a link, so that taking back loses nothing.
create table people.link_events (
  id          bigint generated always as identity primary key,
  link_id     bigint      not null references people.links,
  state       text        not null check (state in ('PROPOSED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
  by_user     bigint,
  at          timestamptz not null,
  why         text,
  probability real,
  evidence    jsonb       not null default '[]',
  rules       text        not null
);
create index link_events_of on people.link_events (link_id, id);

-- Profiles that turned out to be the voice of another profile: a handle whose network id was heard later. Links hang on
-- the voice; messages stay where they were said.
create table people.voices (
  profile_id bigint primary key,
  voice_id   bigint      not null check (voice_id <> profile_id),
  known_at   timestamptz not null
);
create index voices_of on people.voices (voice_id);

-- The one answer to "who is this profile", as it is linked now.
create view people.who_v as
  select l.profile_id, l.person_id, l.id as link_id, l.decided_by, l.decided_at
  from people.links l
  where l.state = 'CONFIRMED' and not exists (select from people.voices v where v.profile_id = l.profile_id)
  union all
  select v.profile_id, l.person_id, l.id, l.decided_by, l.decided_at
  from people.voices v
  join people.links l on l.profile_id = v.voice_id
  where l.state = 'CONFIRMED';
