package dev.rapport.understanding;

import java.util.List;

/**
 * What reading history again would bring, by a sample of it.
 *
 * @param messages that other rules, weights or names have read
 * @param looked how many of them were read to find out
 * @param polarities how many of those would have another polarity
 * @param intents another set of intents
 * @param opinions other opinions
 * @param shown some of those with another polarity
 */
public record Outlook(long messages, int looked, int polarities, int intents, int opinions, List<Difference> shown) {

    public static final int SHOWN = 10;
}
