/**
 * The connector for mailboxes: reads over IMAP, sends over SMTP, and makes of a mail what its writer said: the new words
 * apart from the quoted ones, files apart from words, machines apart from people.
 */
@NullMarked
package dev.rapport.channels.mail;

import org.jspecify.annotations.NullMarked;
