-- Where other systems want to be told what happens here.
create table exchange.webhooks (
  id         bigint generated always as identity primary key,
  name       text        not null,
  url        text        not null,
  events     text[]      not null,
  secret     bytea       not null,
  former     bytea,
  is_on      boolean     not null default true,
  off_why    text,
  made_by    bigint,
  made_at    timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create unique index webhooks_name on exchange.webhooks (lower(name));
comment on column exchange.webhooks.secret is 'sealed with the deployment''s key, which is not in the database';
comment on column exchange.webhooks.former is 'signs as well until its exchange is ended';

-- What they are told: kinds of events and ids, never anybody's words. The id stays the same however often it is sent.
create table exchange.webhook_messages (
  id         uuid        primary key,
  webhook_id bigint      not null references exchange.webhooks on delete cascade,
  event      text        not null,
  body       text        not null,
  state      text        not null default 'WAITING' check (state in ('WAITING', 'SENT', 'DEAD')),
  tries      int         not null default 0,
  due_at     timestamptz not null default now(),
  status     int,
  why        text,
  made_at    timestamptz not null default now(),
  settled_at timestamptz
);
create index webhook_messages_due on exchange.webhook_messages (due_at) where state = 'WAITING';
create index webhook_messages_latest on exchange.webhook_messages (webhook_id, made_at desc);
create index webhook_messages_sent on exchange.webhook_messages (settled_at) where state = 'SENT';
