-- Customers who were erased: what they bought is not taken in again.
create table commerce.tombstones (
  kind      text        not null,
  hash      bytea       not null,
  erased_at timestamptz not null,
  primary key (hash, kind)
);
comment on column commerce.tombstones.hash is 'HMAC-SHA256 with the deployment''s key, which is not in the database';
