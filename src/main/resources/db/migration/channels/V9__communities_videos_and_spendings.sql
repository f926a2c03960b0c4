-- What is listened for besides what is said to us can be a community or a video.
alter table channels.searches drop constraint searches_kind_check;
alter table channels.searches add constraint searches_kind_check
  check (kind in ('WORDS', 'HASHTAG', 'ACCOUNT', 'LIST', 'FEED', 'COMMUNITY', 'VIDEO'));

-- What an inbox spent on its last day, of whatever its place charges for or allows so much of a day.
create table channels.spendings (
  inbox_id bigint not null references channels.inboxes,
  what     text   not null,
  day      date   not null,
  units    int    not null check (units >= 0),
  primary key (inbox_id, what)
);
comment on column channels.spendings.day is 'as the place counts its days; a later one begins anew';
comment on column channels.spendings.units is 'counted when it is spent, whatever becomes of what it was spent on';
