alter table keepsakes.photos add column caption text;
update keepsakes.photos set caption = 'Photo ' || id;
