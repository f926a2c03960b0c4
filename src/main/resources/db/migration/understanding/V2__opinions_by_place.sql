-- An opinion is known by its message, the wording and its place in the reading: one index instead of two.
alter table understanding.opinions add column position int;
update understanding.opinions o set position = n.position
from (select id, row_number() over (partition by message_id, revision order by id) as position
      from understanding.opinions) n
where n.id = o.id;
alter table understanding.opinions drop column id;
drop index understanding.opinions_message;
alter table understanding.opinions add primary key (message_id, revision, position);
comment on column understanding.opinions.position is 'first, second … of the reading';
