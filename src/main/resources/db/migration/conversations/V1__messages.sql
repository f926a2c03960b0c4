create schema if not exists conversations;

-- A batch is the unit of all later steps. Its messages are those of its block of ids, besides those it words anew.
create table conversations.batches (
  id           bigint primary key,
  inbox_id     bigint      not null,
  history      boolean     not null,
  first_id     bigint      not null,
  last_id      bigint      not null,
  reworded     bigint[]    not null default '{}',
  payload      bytea,
  next_step    text        check (next_step in ('PLACED', 'UNDERSTOOD', 'PICKED_UP')),
  tries        int         not null default 0,
  due_at       timestamptz not null default now(),
  failure      text,
  accepted_at  timestamptz not null default now(),
  finished_at  timestamptz
);
alter table conversations.batches alter column payload set storage external;
create index batches_waiting on conversations.batches (history, id) where next_step is not null;

create sequence conversations.batch_ids;
-- Ids are given in blocks of 1,000, so that a batch's messages are a range of the primary key.
create sequence conversations.message_blocks;

-- What was accepted, once each. Unpartitioned for ever: the key guards against doubles.
create table conversations.heard (
  inbox_id   bigint not null,
  remote_id  text collate "C" not null,
  revision   text collate "C" not null default '',
  message_id bigint not null,
  primary key (inbox_id, remote_id, revision)
);

create table conversations.profiles (
  id          bigint generated always as identity primary key,
  network     text collate "C" not null,
  author_key  text collate "C" not null,
  provisional boolean     not null default false,
  tied_to     bigint references conversations.profiles,
  handle      text,
  name        text,
  bio         text,
  location    text,
  website     text,
  followers   int,
  verified    boolean     not null default false,
  side        text        not null default 'CUSTOMER' check (side in ('CUSTOMER', 'US', 'PARTNER', 'BOT')),
  first_heard_at timestamptz not null,
  unique (network, author_key)
);
comment on column conversations.profiles.author_key is 'the network''s stable id; of a provisional profile, @ and the handle in lower case';
create index profiles_handle on conversations.profiles (lower(handle));

create table conversations.conversations (
  id              bigint generated always as identity primary key,
  inbox_id        bigint      not null,
  thread_key      text collate "C" not null,
  title           text,
  visibility      text        not null check (visibility in ('PUBLIC', 'PRIVATE')),
  answer          text        not null check (answer in ('NEEDS_ANSWER', 'ANSWERED', 'NONE_NEEDED')),
  profile_id      bigint,
  message_count   int         not null,
  last_message_id bigint      not null,
  first_said_at   timestamptz not null,
  last_said_at    timestamptz not null,
  unique (inbox_id, thread_key)
);
comment on column conversations.conversations.profile_id is 'who began it, when that was not us';
create index conversations_newest on conversations.conversations (last_said_at desc, id desc);

create table conversations.messages (
  id              bigint primary key,
  revision        int         not null default 1,
  batch_id        bigint,
  inbox_id        bigint      not null,
  conversation_id bigint      not null,
  profile_id      bigint,
  user_id         bigint,
  reply_key       uuid,
  side            text        not null check (side in ('CUSTOMER', 'US', 'PARTNER', 'BOT')),
  manner          text        not null check (manner in ('PERSONAL', 'LIST', 'AUTOMATIC', 'BOUNCE')),
  visibility      text        not null check (visibility in ('PUBLIC', 'PRIVATE')),
  remote_id       text collate "C",
  said_at         timestamptz not null,
  said_offset_minutes int,
  heard_at        timestamptz not null,
  title           text,
  words           text        not null,
  html            text,
  original        text,
  addressees      text[]      not null default '{}',
  in_reply_to     text,
  repost_of       text,
  uri             text,
  place_kind      text,
  place_id        text,
  place_name      text,
  location        text,
  language        text,
  rating          real,
  rating_best     real,
  likes           int,
  reposts         int,
  replies         int,
  views           int,
  reach_at        timestamptz,
  file_count      int         not null default 0,
  deleted_at      timestamptz,
  hidden_at       timestamptz,
  hidden_by       bigint,
  hidden_why      text,
  search          tsvector generated always as (to_tsvector('simple', left(coalesce(title || ' ', '') || words, 50000))) stored
);
comment on column conversations.messages.original is 'the whole text, where quoted words or a signature were left out of words';
comment on column conversations.messages.user_id is 'who of us wrote a reply';
create index messages_thread on conversations.messages (conversation_id, said_at, id);
create index messages_author on conversations.messages (profile_id, said_at desc) where profile_id is not null;
create index messages_search on conversations.messages using gin (search);
create unique index messages_reply on conversations.messages (reply_key) where reply_key is not null;

-- Former wordings. The present one stands in messages.
create table conversations.revisions (
  message_id bigint not null references conversations.messages,
  revision   int    not null,
  title      text,
  words      text   not null,
  html       text,
  worded_at  timestamptz not null,
  primary key (message_id, revision)
);

create table conversations.files (
  id         bigint generated always as identity primary key,
  message_id bigint not null,
  position   int    not null,
  name       text,
  type       text,
  size       bigint,
  uri        text,
  content_id text,
  content    bytea,
  note       text
);
alter table conversations.files alter column content set storage external;
create index files_message on conversations.files (message_id, position);

-- Items that a step could not take even alone; kept, shown, tried again on request.
create table conversations.parked (
  id         bigint generated always as identity primary key,
  message_id bigint      not null,
  batch_id   bigint      not null,
  inbox_id   bigint      not null,
  step       text        not null,
  why        text        not null,
  payload    bytea,
  parked_at  timestamptz not null default now()
);
