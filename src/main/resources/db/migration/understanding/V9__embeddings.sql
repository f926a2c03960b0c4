-- What messages mean, as vectors of a sentence model, when somebody here has asked for it. Without this row, or when it is
-- off, nothing is loaded and nothing is computed.
create table understanding.embedding (
  one         boolean primary key default true check (one),
  is_on       boolean     not null,
  model       text        not null,
  switched_by bigint      not null,
  switched_at timestamptz not null,
  trouble     text,
  trouble_at  timestamptz
);

create table understanding.embeddings (
  message_id bigint primary key,
  revision   int   not null,
  model      text  not null,
  vector     bytea not null
);
comment on column understanding.embeddings.vector is 'its numbers as signed bytes, the largest as 127';

-- What is searched through: a vector is looked at only for the few messages whose signature is near. Apart from the vectors,
-- so that reading all of them reads little.
create table understanding.signatures (
  message_id bigint primary key references understanding.embeddings on delete cascade,
  signature  bit(384) not null
);
comment on column understanding.signatures.signature is 'which of the vector''s numbers are above zero';

-- Messages whose vector is still to be computed; filled only as long as a model is on.
create table understanding.embeddings_wanted (
  message_id bigint primary key
);
