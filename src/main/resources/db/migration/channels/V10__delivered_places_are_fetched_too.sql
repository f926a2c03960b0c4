-- Slack, Facebook Pages and Instagram were only delivered; now what was missed is fetched as well.
update channels.inboxes set pulls = true, next_run_at = now() where kind in ('slack', 'facebook', 'instagram');
