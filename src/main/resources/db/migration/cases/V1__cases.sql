create schema if not exists cases;

-- The number people paste and search for.
create sequence cases.numbers start with 1001;

create table cases.cases (
  id            bigint      primary key default nextval('cases.numbers'),
  title         text        not null,
  state         text        not null check (state in ('OPEN', 'WAITING', 'SNOOZED', 'RESOLVED')),
  team_id       bigint,
  assignee_id   bigint,
  priority      int         not null check (priority between 0 and 100),
  urgency       int         not null check (urgency between 0 and 100),
  opened_at     timestamptz not null,
  opened_by_rule bigint,
  opened_by     bigint,
  opened_why    text        not null,
  reply_within  int,
  due_at        timestamptz,
  snoozed_until timestamptz,
  last_said_at  timestamptz not null,
  version       int         not null default 1
);
comment on column cases.cases.urgency is 'from the words of the messages only; priority adds the situation';
comment on column cases.cases.reply_within is 'minutes; counts anew whenever the customer speaks again';
comment on column cases.cases.due_at is 'by when a reply is promised; counts while the case is open';
comment on column cases.cases.version is 'rises with every change, also with what a customer says';
create index cases_newest on cases.cases (id desc, state);
create index cases_snoozed on cases.cases (snoozed_until) where state = 'SNOOZED';

-- Every conversation a case ever gathered.
create table cases.case_conversations (
  case_id         bigint      not null references cases.cases,
  conversation_id bigint      not null,
  added_at        timestamptz not null,
  added_by        bigint,
  primary key (case_id, conversation_id)
);
create index case_conversations_of on cases.case_conversations (conversation_id, case_id);

-- The case a conversation is worked on in now, as the inbox reads it. Its key keeps two batches or two people from
-- opening two cases for one conversation.
create table cases.worklist (
  conversation_id bigint      primary key,
  case_id         bigint      not null,
  state           text        not null,
  team_id         bigint,
  assignee_id     bigint,
  due_at          timestamptz,
  last_said_at    timestamptz not null,
  due_order       timestamptz not null generated always as
                    (case when state = 'OPEN' then coalesce(due_at, 'infinity') else 'infinity' end) stored,
  newness         bigint      not null generated always as
                    ((extract(epoch from (timestamptz '2200-01-01 00:00:00+00' - last_said_at)) * 1000)::bigint) stored
);
comment on column cases.worklist.newness is 'milliseconds before the year 2200, so that one row comparison walks "next deadline, then newest"';
create index worklist_case on cases.worklist (case_id);
create index worklist_everyone on cases.worklist (state, due_order, newness, conversation_id);
create index worklist_mine on cases.worklist (assignee_id, state, due_order, newness, conversation_id)
  where assignee_id is not null;
create index worklist_unassigned on cases.worklist (state, due_order, newness, conversation_id)
  where assignee_id is null;
create index worklist_team on cases.worklist (team_id, state, due_order, newness, conversation_id)
  where team_id is not null;

-- Who resolved a case, when and why. One that was reopened stays, as history.
create table cases.resolutions (
  id          bigint generated always as identity primary key,
  case_id     bigint      not null references cases.cases,
  reason      text        not null check (reason in ('ANSWERED', 'SOLVED', 'NO_ANSWER_NEEDED', 'DUPLICATE', 'OTHER')),
  why         text,
  resolved_by bigint,
  resolved_at timestamptz not null,
  reopened_at timestamptz,
  reopened_by bigint
);
comment on column cases.resolutions.reopened_by is 'empty when a customer''s message did it';
create unique index resolutions_in_force on cases.resolutions (case_id) where reopened_at is null;

create table cases.notes (
  id              bigint generated always as identity primary key,
  case_id         bigint      not null references cases.cases,
  conversation_id bigint      not null,
  author_id       bigint,
  words           text        not null,
  written_at      timestamptz not null
);
create index notes_case on cases.notes (case_id, written_at, id);
create index notes_conversation on cases.notes (conversation_id, written_at, id);

create table cases.mentions (
  user_id      bigint      not null,
  note_id      bigint      not null references cases.notes,
  case_id      bigint      not null,
  mentioned_at timestamptz not null,
  primary key (user_id, note_id)
);
create index mentions_case on cases.mentions (user_id, case_id);

-- What was done to a case, one line each, besides its opening, which stands in the case.
create table cases.activity (
  id         bigint generated always as identity,
  case_id    bigint      not null references cases.cases,
  at         timestamptz not null,
  by_user    bigint,
  kind       text        not null check (kind in ('ASSIGNED', 'HANDED_OVER', 'SNOOZED', 'WOKEN', 'WAITING', 'RESOLVED',
               'REOPENED', 'REOPENED_BY_MESSAGE', 'JOINED', 'RENAMED')),
  subject_id bigint,
  fact       text,
  primary key (case_id, id)
);
comment on column cases.activity.subject_id is 'the user, team, conversation or message the line is about';

create table cases.rules (
  id          bigint generated always as identity primary key,
  position    int         not null,
  name        text        not null,
  enabled     boolean     not null,
  match       text        not null check (match in ('ALL', 'ANY')),
  conditions  jsonb       not null,
  team_id     bigint,
  priority    int         not null check (priority between 0 and 100),
  reply_within int        check (reply_within > 0),
  version     int         not null default 1
);
comment on column cases.rules.priority is 'the least priority of a case that the rule opens';

insert into cases.rules (position, name, enabled, match, conditions, priority, reply_within) values
  (1, 'A complaint about us', true, 'ALL',
   '[{"kind": "INTENT", "values": ["COMPLAINT"]}, {"kind": "BLAMES", "values": ["OURS", "NOBODY"]}]', 50, 240),
  (2, 'Urgent', true, 'ALL', '[{"kind": "URGENCY", "values": ["60"]}]', 75, 60);

-- What somebody began to write; kept by itself until it is sent or emptied.
create table cases.drafts (
  user_id         bigint      not null,
  conversation_id bigint      not null,
  kind            text        not null check (kind in ('REPLY', 'NOTE')),
  words           text        not null,
  saved_at        timestamptz not null,
  primary key (user_id, conversation_id, kind)
);

create table cases.last_seen (
  user_id         bigint      not null,
  conversation_id bigint      not null,
  message_id      bigint      not null,
  seen_at         timestamptz not null,
  primary key (user_id, conversation_id)
);
comment on column cases.last_seen.message_id is 'the conversation''s last message when its thread was shown';
