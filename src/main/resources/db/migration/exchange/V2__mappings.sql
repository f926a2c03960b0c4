-- Which of our fields a source's columns feed, as somebody said it once: their column -> our field, empty for those left out.
create table exchange.mappings (
  id         bigint generated always as identity primary key,
  kind       text        not null,
  source     text        not null,
  columns    jsonb       not null,
  constants  jsonb       not null default '{}',
  dates      text        not null default 'AS_WRITTEN',
  changed_by bigint,
  changed_at timestamptz not null default now(),
  unique (kind, source)
);
comment on column exchange.mappings.source is 'the name given to the system the files come from; empty for kinds that ask for none';
comment on column exchange.mappings.constants is 'our field -> what it says on lines that say nothing for it';
comment on column exchange.mappings.dates is 'AS_WRITTEN, DAY_FIRST or MONTH_FIRST';

-- Files that wait for somebody to say what their columns are; they are removed after a day.
create table exchange.uploads (
  id        bigint generated always as identity primary key,
  kind      text        not null,
  file_name text        not null,
  place     text        not null,
  options   jsonb       not null default '{}',
  mapping   jsonb,
  bytes     bigint      not null,
  repairs   bigint,
  made_by   bigint,
  made_at   timestamptz not null default now()
);
comment on column exchange.uploads.repairs is 'the import whose refused lines these are, repaired';

alter table exchange.imports add column mapping jsonb, add column repairs bigint;
comment on column exchange.imports.mapping is 'whole, as it was when this import began; none when columns are called as our fields are';

alter table exchange.refused_lines
  add column text_key text   not null default '',
  add column details  text[] not null default '{}';
comment on column exchange.refused_lines.text_key is 'of the reason in other languages, filled with details; why says it in English';
