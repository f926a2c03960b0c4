-- What somebody here said a reading should have been. The words stay with the message; the last one about a thing holds.
create table understanding.corrections (
  id            bigint generated always as identity primary key,
  message_id    bigint      not null,
  revision      int         not null,
  field         text        not null check (field in ('POLARITY', 'OPINION', 'TARGET', 'INTENT', 'REASON')),
  target_kind   text        check (target_kind in ('BRAND', 'PRODUCT')),
  target_id     bigint,
  aspect_id     bigint,
  intent        text,
  value         text        not null,
  said          text        not null,
  confidence    real        not null,
  user_id       bigint      not null,
  corrected_at  timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by bigint
);
comment on column understanding.corrections.said is 'what the reader had said, in the same form as value';
create unique index corrections_in_force on understanding.corrections
  (message_id, revision, field, target_kind, target_id, aspect_id, intent) nulls not distinct where taken_back_at is null;
create index corrections_newest on understanding.corrections (corrected_at desc);

-- Own care patterns, and shipped ones that are switched off.
create table understanding.care_patterns (
  id         bigint generated always as identity primary key,
  language   text    not null,
  key        text    not null,
  points     int     not null check (points between 0 and 100),
  pattern    text    not null,
  reason     text,
  off        boolean not null default false,
  changed_by bigint  not null,
  changed_at timestamptz not null,
  unique (language, key, pattern)
);
comment on column understanding.care_patterns.off is 'a shipped pattern that this organisation does not want';

-- Why people turn to us, in this organisation's words.
create table understanding.care_reasons (
  key        text primary key,
  position   int     not null,
  name       text,
  words      text    not null default '',
  retired_at timestamptz
);
comment on column understanding.care_reasons.name is 'null for a shipped reason under its shipped name';
comment on column understanding.care_reasons.words is 'patterns of words that speak for it, separated by semicolons';
insert into understanding.care_reasons (position, key)
select row_number() over (), key from unnest(array['waiting', 'late', 'cancelled', 'lost', 'faulty', 'billing', 'refund',
  'mistake', 'staff', 'account', 'security', 'information']) as key;

-- Which rules and which corrections are in force, so that every process notices when another has changed them.
create table understanding.versions (
  one         boolean primary key default true check (one),
  rules       bigint  not null default 0,
  corrections bigint  not null default 0
);
insert into understanding.versions default values;

alter table understanding.readings
  add column reason text,
  add column reason_confidence real not null default 0,
  add column corrected boolean not null default false;
alter table understanding.opinions add column corrected boolean not null default false;
