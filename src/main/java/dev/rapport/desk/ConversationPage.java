package dev.rapport.desk;

/**
 * One open conversation: thread, composer and what stands beside them.
 *
 * @param query of the list it was opened from, to go back to
 */
public record ConversationPage(ThreadHead head, ThreadPart thread, About about, Composer composer, String query) {}
