create schema if not exists commerce;

-- One row that every change locks first: changes come one after another, and readers see cheaply that there was one.
-- The number comes from a sequence, so that a change that was rolled back never lends its number to another.
create sequence commerce.catalogue_versions;
create table commerce.catalogue_version (
  singleton  boolean     primary key default true check (singleton),
  version    bigint      not null,
  changed_at timestamptz not null default now()
);
insert into commerce.catalogue_version (version) values (nextval('commerce.catalogue_versions'));

create table commerce.brands (
  id         bigint generated always as identity primary key,
  name       text        not null,
  folded     text collate "C" not null,
  standing   text        not null check (standing in ('OURS', 'COMPETITOR', 'PARTNER')),
  added_at   timestamptz not null default now(),
  retired_at timestamptz
);
comment on column commerce.brands.folded is 'the name as names are compared: case, width and spacing do not count';
create unique index brands_name on commerce.brands (folded) where retired_at is null;

create table commerce.products (
  id         bigint generated always as identity primary key,
  brand_id   bigint      not null references commerce.brands,
  name       text        not null,
  folded     text collate "C" not null,
  added_at   timestamptz not null default now(),
  retired_at timestamptz
);
create unique index products_name on commerce.products (brand_id, folded) where retired_at is null;

-- What else a brand or product is called, now and before: aliases, handles on networks, former official names.
create table commerce.names (
  id          bigint generated always as identity primary key,
  target_kind text        not null check (target_kind in ('BRAND', 'PRODUCT')),
  target_id   bigint      not null,
  usage       text        not null check (usage in ('ALIAS', 'HANDLE', 'FORMER')),
  words       text        not null,
  folded      text collate "C" not null,
  given_at    timestamptz not null default now(),
  retired_at  timestamptz check (usage <> 'FORMER' or retired_at is not null)
);
create unique index names_taken on commerce.names (usage, folded) where retired_at is null;
create index names_target on commerce.names (target_kind, target_id);

create table commerce.aspects (
  id          bigint generated always as identity primary key,
  name        text        not null,
  folded      text collate "C" not null,
  words       text[]      not null default '{}',
  target_kind text        check (target_kind in ('BRAND', 'PRODUCT')),
  target_id   bigint,
  added_at    timestamptz not null default now(),
  retired_at  timestamptz,
  check ((target_kind is null) = (target_id is null))
);
comment on column commerce.aspects.target_kind is 'the only entry it belongs to; empty when it fits every entry';
create unique index aspects_name on commerce.aspects (target_kind, target_id, folded) nulls not distinct
  where retired_at is null;
