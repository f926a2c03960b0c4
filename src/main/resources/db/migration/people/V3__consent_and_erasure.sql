-- What somebody allows us, as they said it. Rows are added and never changed; the latest that fits counts.
create table people.consents (
  id          bigint generated always as identity primary key,
  person_id   bigint      not null references people.persons,
  purpose     text        not null check (purpose in ('CARE', 'RESEARCH', 'MARKETING', 'LINKING')),
  channel     text        not null default '',
  answer      text        not null check (answer in ('GRANTED', 'REFUSED', 'WITHDRAWN')),
  said_on     date        not null,
  said_how    text        not null check (said_how in ('IN_WRITING', 'BY_PHONE', 'FACE_TO_FACE', 'ONLINE')),
  words       text,
  document    text,
  recorded_by bigint,
  recorded_at timestamptz not null
);
comment on column people.consents.channel is 'a kind of channel such as mail; empty for all';
comment on column people.consents.words is 'what they said, in their words';
comment on column people.consents.document is 'where the proof is kept: a form, a letter, a recording';
create index consents_of on people.consents (person_id, purpose, said_on desc, id desc);

-- Persons who do not want their profiles to be found out; no evidence links them.
create view people.unlinkable_v as
  select person_id
  from (select distinct on (person_id) person_id, answer
        from people.consents where purpose = 'LINKING' order by person_id, said_on desc, id desc) latest
  where answer <> 'GRANTED';

-- That somebody was erased, when and by whom; not who.
create table people.erasures (
  id        bigint generated always as identity primary key,
  erased_at timestamptz not null,
  erased_by bigint,
  kind      text        not null check (kind in ('PERSON', 'USER', 'RESTORE')),
  counts    jsonb       not null
);
comment on column people.erasures.kind is 'RESTORE: erased again after an older backup was restored';

create table people.tombstones (
  kind      text        not null,
  hash      bytea       not null,
  erased_at timestamptz not null,
  primary key (hash, kind)
);
comment on column people.tombstones.hash is 'HMAC-SHA256 with the deployment''s key, which is not in the database';
