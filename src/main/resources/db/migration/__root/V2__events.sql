-- Events that a listener still has to take; completed ones are deleted. The columns are those the registry expects.
create schema if not exists events;
create table events.event_publication (
  id                     uuid primary key,
  listener_id            text        not null,
  event_type             text        not null,
  serialized_event       text        not null,
  publication_date       timestamptz not null,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz
);
create index event_publication_incomplete on events.event_publication (publication_date);
