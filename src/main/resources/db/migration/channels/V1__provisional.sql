create schema if not exists channels;
create table channels.inboxes (id bigint generated always as identity primary key, kind text not null, name text not null unique, network text not null, address text);
