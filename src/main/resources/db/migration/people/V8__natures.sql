-- A profile by which no single person speaks, as somebody said: no person is looked for behind it.
create table people.natures (
  profile_id bigint      primary key,
  nature     text        not null check (nature in ('ORGANISATION', 'PROGRAM')),
  marked_by  bigint      not null,
  marked_at  timestamptz not null
);
