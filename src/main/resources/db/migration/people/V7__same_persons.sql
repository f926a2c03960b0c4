-- That two persons on record are one human: a statement that can be taken back. Neither row changes; one stands under the
-- other, which leads.
create table people.sames (
  id         bigint generated always as identity primary key,
  person_id  bigint      not null references people.persons,
  leading_id bigint      not null references people.persons,
  state      text        not null check (state in ('CONFIRMED', 'REFUSED', 'WITHDRAWN')),
  decided_by bigint      not null,
  decided_at timestamptz not null,
  why        text,
  check (person_id <> leading_id)
);
create unique index sames_pair on people.sames (least(person_id, leading_id), greatest(person_id, leading_id));
create unique index sames_one_leader on people.sames (person_id) where state = 'CONFIRMED';
create index sames_leading on people.sames (leading_id) where state = 'CONFIRMED';

create table people.same_events (
  id         bigint generated always as identity primary key,
  same_id    bigint      not null references people.sames,
  person_id  bigint      not null,
  leading_id bigint      not null,
  state      text        not null check (state in ('CONFIRMED', 'REFUSED', 'WITHDRAWN')),
  by_user    bigint      not null,
  at         timestamptz not null,
  why        text
);
create index same_events_of on people.same_events (same_id, id);

-- The person who stands for a row.
create function people.human_of(person bigint) returns bigint language sql stable parallel safe as $$
  select coalesce((select leading_id from people.sames where person_id = person and state = 'CONFIRMED'), person)
$$;

-- All rows of the human a person stands for, the person first.
create function people.rows_of(human bigint) returns setof bigint language sql stable parallel safe as $$
  select human union all select person_id from people.sames where leading_id = human and state = 'CONFIRMED'
$$;

-- The one answer to "who is this profile": the human, as linked and joined now.
create or replace view people.who_v as
  select l.profile_id, coalesce(s.leading_id, l.person_id) as person_id, l.id as link_id, l.decided_by, l.decided_at
  from people.links l
  left join people.sames s on s.person_id = l.person_id and s.state = 'CONFIRMED'
  where l.state = 'CONFIRMED' and not exists (select from people.voices v where v.profile_id = l.profile_id)
  union all
  select v.profile_id, coalesce(s.leading_id, l.person_id), l.id, l.decided_by, l.decided_at
  from people.voices v
  join people.links l on l.profile_id = v.voice_id
  left join people.sames s on s.person_id = l.person_id and s.state = 'CONFIRMED'
  where l.state = 'CONFIRMED';

-- Who refused for one of their rows refused for all.
create or replace view people.unlinkable_v as
  with refused as (
    select person_id
    from (select distinct on (person_id) person_id, answer
          from people.consents where purpose = 'LINKING' order by person_id, said_on desc, id desc) latest
    where answer <> 'GRANTED')
  select person_id from refused
  union
  select s.person_id from people.sames s join refused r on r.person_id = s.leading_id where s.state = 'CONFIRMED'
  union
  select s.leading_id from people.sames s join refused r on r.person_id = s.person_id where s.state = 'CONFIRMED';

-- Whether these rows may be fewer humans than they seem and nobody has said yet: two who were kept apart are settled.
create function people.are_several(persons bigint[]) returns boolean language sql stable parallel safe as $$
  select count(distinct people.human_of(p)) > 1 and not (
    cardinality(persons) = 2 and exists (
      select from people.sames
      where state = 'REFUSED' and least(person_id, leading_id) = least(persons[1], persons[2])
        and greatest(person_id, leading_id) = greatest(persons[1], persons[2])))
  from unnest(persons) p
$$;
