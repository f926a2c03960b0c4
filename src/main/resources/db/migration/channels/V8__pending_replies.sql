-- A forum took a reply and gave it no id: a moderator looks at it first. It is neither posted nor lost, and never sent again.
alter table channels.outbox drop constraint outbox_state_check;
alter table channels.outbox add constraint outbox_state_check
  check (state in ('QUEUED', 'SENDING', 'SENT', 'UNSURE', 'PENDING', 'REFUSED', 'TAKEN_BACK'));
create index outbox_pending on channels.outbox (not_before) where state = 'PENDING';
