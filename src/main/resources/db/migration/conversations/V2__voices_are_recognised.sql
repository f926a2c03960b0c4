-- A batch is attributed after it was understood: the profiles in it are compared with the persons who are known.
alter table conversations.batches drop constraint batches_next_step_check;
alter table conversations.batches add constraint batches_next_step_check
  check (next_step in ('PLACED', 'UNDERSTOOD', 'ATTRIBUTED', 'PICKED_UP'));

-- A name as names are compared: letter case, accents, width, signs and spacing do not count. Empty becomes null.
create function conversations.folded(words text) returns text language sql immutable strict parallel safe as $$
  select nullif(btrim(regexp_replace(
    lower(public.unaccent('public.unaccent'::regdictionary,
      translate(normalize(words, NFKC), '''’ʼ.', '')) collate "pg_c_utf8"),
    '[^[:alnum:]]+' collate "pg_c_utf8", ' ', 'g')), '')
$$;

-- The e-mail addresses somebody wrote into a text, in lower case.
create function conversations.addresses_in(words text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct lower(found[1])), '{}')
  from regexp_matches(words, '[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}', 'g') as found
$$;

alter table conversations.profiles
  add column folded text collate "C" generated always as (conversations.folded(name)) stored;
comment on column conversations.profiles.folded is 'the name as names are compared';
create index profiles_named on conversations.profiles (folded) where folded is not null;
create index profiles_bio_addresses on conversations.profiles using gin (conversations.addresses_in(bio))
  where bio like '%@%';
create index profiles_tied on conversations.profiles (tied_to) where tied_to is not null;
