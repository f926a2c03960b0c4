-- Finds the profiles whose handle or name holds a name, when a person is new or changed.
create index profiles_letters on conversations.profiles
  using gin ((lower(coalesce(handle, '')) || ' ' || coalesce(folded, '')) gin_trgm_ops);
