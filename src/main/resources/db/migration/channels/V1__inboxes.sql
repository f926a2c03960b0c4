create schema if not exists channels;

-- One connected place each. A new password or server changes a row; its history hangs on the id and stays.
create table channels.inboxes (
  id            bigint generated always as identity primary key,
  kind          text        not null,
  name          text        not null unique,
  network       text        not null,
  address       text,
  settings      jsonb       not null default '{}',
  secrets       bytea,
  cursor        text,
  state         text        not null default 'OK' check (state in ('OK', 'EXPIRING', 'NEEDS_SIGN_IN', 'BROKEN', 'PAUSED')),
  state_why     text,
  state_since   timestamptz not null default now(),
  pulls         boolean     not null,
  next_run_at   timestamptz not null default now(),
  claimed_by    text,
  claimed_until timestamptz,
  failures      int         not null default 0,
  stuck_on      text,
  stuck_times   int         not null default 0,
  last_run_at   timestamptz,
  last_heard_at timestamptz,
  deaf_since    timestamptz,
  made_at       timestamptz not null default now(),
  changed_at    timestamptz not null default now()
);
comment on column channels.inboxes.secrets is 'sealed with the deployment''s key, which is not in the database';
comment on column channels.inboxes.cursor is 'how far it was read, in the connector''s own words';
comment on column channels.inboxes.deaf_since is 'since when nothing could be fetched';
create index inboxes_due on channels.inboxes (next_run_at) where pulls;

-- Replies as they were when they were queued; an attempt sends exactly this.
create table channels.outbox (
  key             uuid        primary key,
  inbox_id        bigint      not null references channels.inboxes,
  conversation_id bigint      not null,
  message_id      bigint      not null,
  recipients      text[]      not null,
  title           text,
  words           text        not null,
  in_reply_to     text,
  earlier         text[]      not null,
  thread_token    text,
  visibility      text        not null check (visibility in ('PUBLIC', 'PRIVATE')),
  written_at      timestamptz not null,
  state           text        not null default 'QUEUED'
                  check (state in ('QUEUED', 'SENDING', 'SENT', 'UNSURE', 'REFUSED', 'TAKEN_BACK')),
  not_before      timestamptz not null,
  tries           int         not null default 0,
  looks           int         not null default 0,
  ask_person      boolean     not null default false,
  why             text,
  claimed_by      text,
  claimed_until   timestamptz,
  remote_id       text,
  uri             text,
  sent_at         timestamptz,
  told            boolean     not null default false,
  decided_by      bigint,
  queued_at       timestamptz not null default now(),
  changed_at      timestamptz not null default now()
);
comment on column channels.outbox.looks is 'how often the channel was asked whether an unsure attempt arrived';
comment on column channels.outbox.ask_person is 'the channel cannot tell: somebody has to';
comment on column channels.outbox.told is 'the conversation knows the id that a sent reply has on its channel';
create index outbox_waiting on channels.outbox (not_before) where state in ('QUEUED', 'SENDING', 'UNSURE');
create index outbox_conversation on channels.outbox (conversation_id, not_before) where state in ('QUEUED', 'SENDING');
create index outbox_inbox on channels.outbox (inbox_id, queued_at desc);
create index outbox_untold on channels.outbox (sent_at) where state = 'SENT' and not told;

-- What came and could not be read: kept as it came until it can.
create table channels.unreadable (
  id        bigint generated always as identity primary key,
  inbox_id  bigint      not null references channels.inboxes,
  remote_id text collate "C" not null,
  raw       bytea       not null,
  why       text        not null,
  tries     int         not null default 1,
  kept_at   timestamptz not null default now(),
  tried_at  timestamptz not null default now(),
  solved_at timestamptz,
  unique (inbox_id, remote_id)
);
alter table channels.unreadable alter column raw set storage external;
create index unreadable_waiting on channels.unreadable (inbox_id, kept_at) where solved_at is null;
