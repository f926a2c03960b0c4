-- Databases of the systems that exist, and what comes from them or goes back.
create table exchange.databases (
  id            bigint generated always as identity primary key,
  name          text        not null,
  kind          text        not null check (kind in ('POSTGRESQL', 'MARIADB', 'SQL_SERVER')),
  host          text        not null,
  port          int         not null,
  database_name text        not null,
  login         text        not null,
  password      bytea       not null,
  tls           text        not null check (tls in ('VERIFY', 'ENCRYPT', 'OFF')),
  may_write     boolean     not null default false,
  checked_at    timestamptz,
  server        text,
  problem       jsonb,
  made_by       bigint,
  made_at       timestamptz not null default now(),
  changed_at    timestamptz not null default now()
);
create unique index databases_name on exchange.databases (lower(name));
comment on column exchange.databases.password is 'sealed with the deployment''s key, which is not in the database';
comment on column exchange.databases.server is 'what the server said it is when the connection was last tried';
comment on column exchange.databases.problem is 'why it could not be reached then; none when it could';

-- What is brought (IN) or written back (OUT), and when. The plan says how, in a form of its own for each direction.
create table exchange.transfers (
  id          bigint generated always as identity primary key,
  database_id bigint      not null references exchange.databases on delete cascade,
  direction   text        not null check (direction in ('IN', 'OUT')),
  name        text        not null,
  plan        jsonb       not null,
  every       text        not null check (every in ('FIVE_MINUTES', 'HOUR', 'DAY', 'OFF')),
  at_hour     int         not null default 0 check (at_hour between 0 and 23),
  zone        text        not null default 'UTC',
  mark        jsonb,
  edge        text[]      not null default '{}',
  due_at      timestamptz,
  held_until  timestamptz,
  failures    int         not null default 0,
  made_by     bigint,
  made_at     timestamptz not null default now(),
  changed_at  timestamptz not null default now()
);
create unique index transfers_name on exchange.transfers (lower(name));
create index transfers_due on exchange.transfers (due_at) where due_at is not null;
comment on column exchange.transfers.mark is 'the watermark up to which everything is imported';
comment on column exchange.transfers.edge is 'HMACs of the rows at that watermark, which are read again each time';
comment on column exchange.transfers.held_until is 'some process works on it until then, unless it dies before';

create table exchange.transfer_runs (
  id          bigint generated always as identity primary key,
  transfer_id bigint      not null references exchange.transfers on delete cascade,
  state       text        not null default 'READING' check (state in ('READING', 'IMPORTING', 'DONE', 'FAILED')),
  began_at    timestamptz not null default now(),
  ended_at    timestamptz,
  rows        bigint      not null default 0,
  refused     bigint      not null default 0,
  import_id   bigint,
  mark        jsonb,
  edge        text[]      not null default '{}',
  is_full     boolean     not null default false,
  why         jsonb
);
create index transfer_runs_latest on exchange.transfer_runs (transfer_id, id desc);
comment on column exchange.transfer_runs.mark is 'becomes the transfer''s when the import is over, not before';
comment on column exchange.transfer_runs.is_full is 'there are more rows than one run takes';
