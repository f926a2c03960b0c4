create schema if not exists understanding;

create table understanding.readings (
  message_id   bigint      not null,
  revision     int         not null,
  understood   boolean     not null,
  language     text        not null,
  polarity     text        check (polarity in ('POSITIVE', 'NEGATIVE', 'NEUTRAL', 'MIXED')),
  confidence   real        not null,
  intents      text[]      not null,
  urgency      int         not null check (urgency between 0 and 100),
  reasons      text[]      not null,
  rules        text        not null,
  model        text        not null,
  catalogue    bigint      not null,
  read_at      timestamptz not null,
  primary key (message_id, revision)
);
comment on column understanding.readings.reasons is 'why it is urgent: key, a tab, the exact words';

create table understanding.opinions (
  id           bigint generated always as identity primary key,
  message_id   bigint not null,
  revision     int    not null,
  target_kind  text   check (target_kind in ('BRAND', 'PRODUCT')),
  target_id    bigint,
  aspect_id    bigint,
  target_name  text   not null,
  polarity     text   not null check (polarity in ('POSITIVE', 'NEGATIVE', 'NEUTRAL', 'MIXED')),
  confidence   real   not null,
  target_from  int    not null,
  target_to    int    not null,
  quote_from   int    not null,
  quote_to     int    not null,
  evidence     int[]  not null
);
comment on column understanding.opinions.evidence is 'from, to, from, to … offsets into the words, in UTF-16 units';
create index opinions_message on understanding.opinions (message_id, revision);
create index opinions_target on understanding.opinions (target_kind, target_id, polarity, message_id);
