-- Authors who were erased: what they said before is not taken in again.
create table conversations.tombstones (
  kind      text        not null,
  hash      bytea       not null,
  erased_at timestamptz not null,
  primary key (hash, kind)
);
comment on column conversations.tombstones.hash is 'HMAC-SHA256 with the deployment''s key, which is not in the database';

alter table conversations.profiles add column erased_at timestamptz;
comment on column conversations.profiles.erased_at is 'somebody of this author key was erased then; whoever speaks since is never linked by evidence';

-- What repeats somebody's words is theirs too.
create index messages_reposts on conversations.messages (repost_of) where repost_of is not null;

-- A text in which whoever is called so cannot be read any more; it stays as long as it was, so that places in it keep.
create function conversations.masked(words text, called text[]) returns text
language plpgsql immutable strict parallel safe as $$
declare
  word text;
begin
  foreach word in array called loop
    words := regexp_replace(words,
      '(?<![[:alnum:]_])' || regexp_replace(word, '([^[:alnum:]])', '\\\1', 'g') || '(?![[:alnum:]_])',
      repeat('•', length(word)), 'gi');
  end loop;
  return words;
end
$$;
