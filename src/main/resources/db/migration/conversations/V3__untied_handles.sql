-- Few profiles wait for their id; looking for one must not read all the others.
create index profiles_untied on conversations.profiles (network, author_key) where provisional and tied_to is null;
