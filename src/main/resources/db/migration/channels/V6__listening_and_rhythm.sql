-- How often a place lets itself be called, as it last said.
alter table channels.inboxes
  add column limit_left      int,
  add column limit_most      int,
  add column limit_resets_at timestamptz;

alter table channels.outbox add column unsure_at timestamptz;
comment on column channels.outbox.unsure_at is 'since when nobody knows whether it arrived';

-- Times in which nothing could be heard. What was said meanwhile is fetched afterwards and counted here.
create table channels.silences (
  id        bigint generated always as identity primary key,
  inbox_id  bigint      not null references channels.inboxes,
  began_at  timestamptz not null,
  ended_at  timestamptz not null,
  why       text,
  caught_up int         not null default 0,
  check (ended_at >= began_at)
);
create index silences_latest on channels.silences (inbox_id, ended_at desc);

-- What was heard hour by hour, from which the usual rhythm follows.
create table channels.hours (
  inbox_id bigint      not null references channels.inboxes,
  hour     timestamptz not null,
  heard    int         not null,
  primary key (inbox_id, hour)
);

-- What is listened for besides what is said to us.
create table channels.searches (
  id            bigint generated always as identity primary key,
  inbox_id      bigint      not null references channels.inboxes,
  kind          text        not null check (kind in ('WORDS', 'HASHTAG', 'ACCOUNT', 'LIST', 'FEED')),
  query         text        not null,
  languages     text[]      not null default '{}',
  excluded      text[]      not null default '{}',
  share         int         not null default 100 check (share between 1 and 100),
  daily_budget  int         not null default 500 check (daily_budget between 1 and 100000),
  cursor        text,
  next_run_at   timestamptz not null default now(),
  failures      int         not null default 0,
  why           text,
  counted_on    date        not null default current_date,
  taken         int         not null default 0,
  passed        int         not null default 0,
  last_found_at timestamptz,
  made_at       timestamptz not null default now(),
  unique (inbox_id, kind, query)
);
comment on column channels.searches.share is 'of a hundred found messages so many are taken, chosen by their ids';
comment on column channels.searches.passed is 'found on that day and not taken';
create index searches_due on channels.searches (inbox_id, next_run_at);

-- Messages that may still be edited or deleted where they were said; each is looked at again a few times, then forgotten here.
create table channels.looks (
  inbox_id   bigint      not null references channels.inboxes,
  remote_id  text collate "C" not null,
  local_id   text,
  revision   text        not null,
  author_key text        not null,
  visibility text        not null check (visibility in ('PUBLIC', 'PRIVATE')),
  said_at    timestamptz not null,
  looks      int         not null default 0,
  look_at    timestamptz not null,
  primary key (inbox_id, remote_id)
);
create index looks_due on channels.looks (inbox_id, look_at);

-- Files that came as links and have not been fetched yet.
create table channels.media (
  id         bigint generated always as identity primary key,
  inbox_id   bigint      not null references channels.inboxes,
  remote_id  text collate "C" not null,
  author_key text        not null,
  uri        text        not null,
  name       text,
  content_id text,
  tries      int         not null default 0,
  due_at     timestamptz not null default now()
);
create index media_due on channels.media (due_at);
