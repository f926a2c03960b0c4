-- What was bought, as the system that sold it tells: known by its source and the number there, for ever. The customer is
-- a number of that system too; who that is, is asked at reading time, and an order for an unknown number is kept.
create table commerce.purchases (
  id              bigint generated always as identity primary key,
  source          text collate "C" not null,
  number          text collate "C" not null,
  customer_source text collate "C" not null,
  customer_number text collate "C" not null,
  order_number    text collate "C",
  product_id      bigint references commerce.products,
  brand_id        bigint references commerce.brands,
  product_name    text collate "C" not null,
  bought_at       timestamptz not null,
  bought_on       date,
  quantity        numeric     not null default 1,
  amount          numeric,
  currency        text        check (length(currency) = 3),
  place           text,
  serial          text collate "C",
  changed_at      timestamptz not null default now(),
  unique (source, number)
);
comment on column commerce.purchases.number is 'of the order line; order_number is what customers quote';
comment on column commerce.purchases.product_name is 'as the source calls it, also when it is no entry of the catalogue';
comment on column commerce.purchases.bought_on is 'the day, when the source tells no time; bought_at is then its first moment in UTC';
comment on column commerce.purchases.amount is 'of the whole line';
create index purchases_customer on commerce.purchases (customer_source, customer_number, bought_at desc);
create index purchases_order on commerce.purchases (order_number) where order_number is not null;
create index purchases_serial on commerce.purchases (serial) where serial is not null;
create index purchases_newest on commerce.purchases (bought_at desc, id desc);
create index purchases_product on commerce.purchases (product_id, bought_at desc, id desc) where product_id is not null;
create index purchases_brand on commerce.purchases (brand_id) where brand_id is not null;
create index purchases_unmatched on commerce.purchases (product_name) where product_id is null;

create table commerce.returns (
  purchase_id bigint      primary key references commerce.purchases on delete cascade,
  returned_at timestamptz not null,
  why         text
);
comment on column commerce.returns.returned_at is 'of a day its first moment in UTC, but never before the purchase';

create table commerce.warranties (
  purchase_id bigint primary key references commerce.purchases on delete cascade,
  begins_on   date   not null,
  ends_on     date   not null,
  terms       text,
  check (ends_on >= begins_on)
);

create table commerce.contracts (
  id              bigint generated always as identity primary key,
  source          text collate "C" not null,
  number          text collate "C" not null,
  customer_source text collate "C" not null,
  customer_number text collate "C" not null,
  product_id      bigint references commerce.products,
  brand_id        bigint references commerce.brands,
  product_name    text collate "C" not null,
  begins_on       date   not null,
  ends_on         date,
  notice_by       date,
  cancelled_on    date,
  amount          numeric,
  currency        text   check (length(currency) = 3),
  paid_every      text   check (paid_every in ('MONTH', 'QUARTER', 'YEAR', 'ONCE')),
  changed_at      timestamptz not null default now(),
  unique (source, number)
);
comment on column commerce.contracts.ends_on is 'empty when it runs until somebody ends it';
create index contracts_customer on commerce.contracts (customer_source, customer_number);
create index contracts_newest on commerce.contracts (begins_on desc, id desc);
create index contracts_ending on commerce.contracts ((least(notice_by, ends_on)), id) where cancelled_on is null;
create index contracts_product on commerce.contracts (product_id) where product_id is not null;
create index contracts_unmatched on commerce.contracts (product_name) where product_id is null;

-- Purchases and contracts in one form: what somebody has from whom, since when, until when.
create view commerce.holdings_v as
  select 'PURCHASE' as kind, p.id, p.source, p.number, p.customer_source, p.customer_number, p.order_number,
         p.product_id, coalesce(p.brand_id, product.brand_id) as brand_id, p.product_name, p.bought_at as since,
         r.returned_at as until, w.ends_on as covered_until, p.amount, p.currency, p.quantity
  from commerce.purchases p
  left join commerce.products product on product.id = p.product_id
  left join commerce.returns r on r.purchase_id = p.id
  left join commerce.warranties w on w.purchase_id = p.id
  union all
  select 'CONTRACT', c.id, c.source, c.number, c.customer_source, c.customer_number, null,
         c.product_id, coalesce(c.brand_id, product.brand_id), c.product_name, c.begins_on::timestamptz,
         coalesce(c.cancelled_on, c.ends_on)::timestamptz, c.ends_on, c.amount, c.currency, 1
  from commerce.contracts c
  left join commerce.products product on product.id = c.product_id;
comment on column commerce.holdings_v.covered_until is 'end of the warranty or of the contract';
