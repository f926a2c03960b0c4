-- Trigrams find handles and names that are nearly right, unaccent finds "Zoé" by "zoe", btree_gin joins a plain column to a
-- text index. All three are trusted: the owner of the database may create them, once the server has them installed.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['pg_trgm', 'unaccent', 'btree_gin'] loop
    if not exists (select from pg_available_extensions where name = wanted) then
      raise exception 'This PostgreSQL server lacks the extension %: install its "contrib" package', wanted;
    end if;
    execute format('create extension if not exists %I with schema public', wanted);
  end loop;
end
$$;
