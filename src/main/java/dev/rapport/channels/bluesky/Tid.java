package dev.rapport.channels.bluesky;

import dev.rapport.channels.spi.Reply;

/**
 * A record's key as the AT protocol wants it: 53 bits of microseconds and 10 bits of a clock's number, in a sortable base 32
 * (atproto.com/specs/tid). It follows from the reply, so that every attempt writes the same record.
 */
final class Tid {

    private static final String LETTERS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;

    private Tid() {}

    static String of(Reply reply) {
        long salt = reply.key().getMostSignificantBits() ^ reply.key().getLeastSignificantBits();
        long micros = reply.writtenAt().toEpochMilli() * 1_000 + Math.floorMod(salt, 1_000);
        long clock = salt >>> 32 & 0x3FF;
        return text((micros & (1L << 53) - 1) << 10 | clock);
    }

    static String text(long value) {
        char[] text = new char[LENGTH];
        long rest = value;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = LETTERS.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(text);
    }
}
