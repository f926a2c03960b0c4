-- Reading history again from the screens: one at a time, and how far it is.
create table understanding.rereadings (
  id         bigint generated always as identity primary key,
  since      timestamptz not null,
  state      text        not null check (state in ('RUNNING', 'STOPPED', 'FAILED', 'DONE')),
  stop_asked boolean     not null default false,
  said       bigint      not null default 0,
  read       bigint      not null default 0,
  changed    bigint      not null default 0,
  why        text,
  started_by bigint      not null,
  started_at timestamptz not null,
  ended_at   timestamptz,
  holder     uuid,
  held_until timestamptz
);
comment on column understanding.rereadings.said is 'how many messages there were to read, in all its runs';
comment on column understanding.rereadings.holder is 'the process that reads; another one goes on when it is gone';
create unique index rereadings_one_at_a_time on understanding.rereadings ((true)) where state = 'RUNNING';
