/** Slack workspaces, by an app: what is written in its channels and to it is delivered and answered in its threads. */
@NullMarked
package dev.rapport.channels.slack;

import org.jspecify.annotations.NullMarked;
