-- The last part of the address that a place delivers to; opaque, one an inbox, so that a leak concerns one inbox.
alter table channels.inboxes add column door text collate "C" unique;

-- What places brought by themselves, kept as it came before anything in it was read. What was taken in keeps its number only,
-- so that a second one is known; its words stand in the messages.
create table channels.deliveries (
  id          bigint generated always as identity primary key,
  inbox_id    bigint      not null references channels.inboxes,
  event_id    text collate "C" not null,
  headers     jsonb       not null,
  query       jsonb       not null default '{}',
  body        bytea       not null,
  state       text        not null default 'WAITING' check (state in ('WAITING', 'TAKEN', 'UNROUTED', 'PARKED')),
  why         text,
  tries       int         not null default 0,
  due_at      timestamptz not null default now(),
  received_at timestamptz not null,
  settled_at  timestamptz,
  unique (inbox_id, event_id)
);
alter table channels.deliveries alter column body set storage external;
comment on column channels.deliveries.event_id is 'the place''s own number, else the hash of the body';
comment on column channels.deliveries.state is 'UNROUTED: part of it is about somebody or something that no inbox knows; PARKED: it cannot be read';
create index deliveries_waiting on channels.deliveries (due_at, id) where state = 'WAITING';
create index deliveries_shown on channels.deliveries (inbox_id, received_at desc) where state in ('UNROUTED', 'PARKED');
create index deliveries_latest on channels.deliveries (inbox_id, id);
create index deliveries_taken on channels.deliveries (settled_at) where state = 'TAKEN';
create index outbox_to_visitor on channels.outbox (inbox_id, recipients) where state = 'SENT';
