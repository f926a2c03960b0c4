-- What somebody who was erased is known by in a line: such lines are not kept for repair.
create table exchange.tombstones (
  kind      text        not null,
  hash      bytea       not null,
  erased_at timestamptz not null,
  primary key (hash, kind)
);
comment on column exchange.tombstones.hash is 'HMAC-SHA256 with the deployment''s key, which is not in the database';
