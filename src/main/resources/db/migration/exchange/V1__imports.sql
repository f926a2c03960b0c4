create schema if not exists exchange;

create table exchange.imports (
  id            bigint generated always as identity primary key,
  kind          text        not null,
  file_name     text        not null,
  place         text        not null,
  options       jsonb       not null default '{}',
  state         text        not null check (state in ('WAITING', 'RUNNING', 'STOPPED', 'DONE', 'FAILED')),
  stop_asked    boolean     not null default false,
  format        text,
  head          text,
  separator     text        not null default ',',
  bytes         bigint      not null,
  bytes_done    bigint      not null default 0,
  position      bigint      not null default 0,
  position_line bigint      not null default 0,
  lines         bigint      not null default 0,
  added         bigint      not null default 0,
  changed       bigint      not null default 0,
  repeated      bigint      not null default 0,
  refused       bigint      not null default 0,
  started_by    bigint,
  made_at       timestamptz not null default now(),
  started_at    timestamptz,
  finished_at   timestamptz,
  busy_ms       bigint      not null default 0,
  why           text,
  holder        uuid,
  held_until    timestamptz
);
comment on column exchange.imports.place is 'whose disk the file is on: the machine and the home folder';
comment on column exchange.imports.head is 'the first line of a CSV, for the file of its refused lines';
comment on column exchange.imports.bytes is 'of the file as it was given, packed or not; bytes_done of these';
comment on column exchange.imports.position is 'in the unpacked file, after the last line that was taken or refused';
comment on column exchange.imports.holder is 'the runner at work on it, until held_until unless renewed';
create index imports_newest on exchange.imports (made_at desc, id desc);
create index imports_open on exchange.imports (id) where state in ('WAITING', 'RUNNING');

-- The words of refused lines, to be shown, downloaded and repaired. They live as long as their import.
create table exchange.refused_lines (
  import_id bigint not null references exchange.imports on delete cascade,
  line      bigint not null,
  raw       text   not null,
  why       text   not null,
  primary key (import_id, line)
);
