-- Colleagues who were forgotten; a restored backup must not bring their names back.
create table access.tombstones (
  kind      text        not null,
  hash      bytea       not null,
  erased_at timestamptz not null,
  primary key (hash, kind)
);
comment on column access.tombstones.hash is 'HMAC-SHA256 with the deployment''s key, which is not in the database';
alter table access.users add column erased_at timestamptz;
