-- A reader outside of this house, when somebody here has asked for it. Without this row, or when it is off, nothing leaves.
create table understanding.endpoint (
  one            boolean primary key default true check (one),
  address        text        not null,
  model          text        not null,
  key            bytea,
  readings       boolean     not null,
  drafts         boolean     not null,
  private_too    boolean     not null,
  below          real        not null check (below > 0 and below <= 1),
  calls_a_day    int         not null check (calls_a_day between 1 and 100000),
  is_on          boolean     not null,
  consented_by   bigint      not null,
  consented_at   timestamptz not null,
  held_until     timestamptz,
  faults         int         not null default 0,
  paused_until   timestamptz,
  trouble        text,
  trouble_status int,
  trouble_at     timestamptz
);
comment on column understanding.endpoint.key is 'sealed for this address';
comment on column understanding.endpoint.below is 'readings less sure than this are asked about';
comment on column understanding.endpoint.held_until is 'a call is under way: one at a time, in all processes';
comment on column understanding.endpoint.faults is 'calls that failed since the last that did not';

-- What it was used for and what of it was of no use, day by day in UTC.
create table understanding.endpoint_days (
  day    date   primary key,
  calls  int    not null default 0,
  tokens bigint not null default 0
);
create table understanding.endpoint_refusals (
  day    date not null,
  reason text not null,
  times  int  not null,
  primary key (day, reason)
);

-- What it said about a wording, without any word: asked once, whether the answer was of use or not.
create table understanding.second_readings (
  message_id bigint      not null,
  revision   int         not null,
  model      text        not null,
  version    text        not null,
  polarity   text        check (polarity in ('POSITIVE', 'NEGATIVE', 'NEUTRAL', 'MIXED')),
  confidence real,
  refused    text,
  asked_at   timestamptz not null,
  primary key (message_id, revision),
  check ((polarity is null) = (refused is not null) and (polarity is null) = (confidence is null))
);
comment on column understanding.second_readings.version is 'of the question that was put';
comment on column understanding.second_readings.refused is 'why its answer was of no use';
create table understanding.second_opinions (
  message_id  bigint not null,
  revision    int    not null,
  position    int    not null,
  target_kind text   check (target_kind in ('BRAND', 'PRODUCT')),
  target_id   bigint,
  aspect_id   bigint,
  polarity    text   not null check (polarity in ('POSITIVE', 'NEGATIVE', 'NEUTRAL', 'MIXED')),
  confidence  real   not null,
  quote_from  int    not null,
  quote_to    int    not null,
  primary key (message_id, revision, position),
  foreign key (message_id, revision) references understanding.second_readings on delete cascade
);

alter table understanding.readings add column second_model text;
comment on column understanding.readings.second_model is 'the model outside of this house whose word this reading holds; null for our own reader alone';
