package dev.rapport.channels;

/** Plays a place that is asked with keys that run out, and where what was said is edited and deleted. */
public abstract class KeyedStub extends StubPlace {

    public abstract void edit(String text, String words);

    public abstract void delete(String text);

    /** How often the house said this. */
    public abstract int received(String text);

    /** No key is good any more but those that are renewed. */
    public abstract void expire();

    /** The next call comes too soon. */
    public abstract void tooFastNext();
}
