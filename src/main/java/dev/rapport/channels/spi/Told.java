package dev.rapport.channels.spi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as most places give it, to be made into a {@link Heard} one field after the other: what a place does not say stays
 * empty.
 */
public final class Told {

    private final String id;
    private final Author author;
    private final Instant at;
    private String revision = "";
    private Heard.Kind kind = Heard.Kind.SAID;
    private String text = "";
    private @Nullable String html;
    private @Nullable String title;
    private @Nullable String uri;
    private @Nullable Place place;
    private @Nullable String inReplyTo;
    private @Nullable String thread;
    private Heard.Visibility visibility = Heard.Visibility.PUBLIC;
    private Heard.Manner manner = Heard.Manner.PERSONAL;
    private @Nullable Reach reach;
    private @Nullable String language;
    private List<String> addressees = List.of();
    private List<Media> media = List.of();

    private Told(String id, Author author, Instant at) {
        this.id = id;
        this.author = author;
        this.at = at;
    }

    public static Told by(Author author, String id, Instant at) {
        return new Told(id, author, at);
    }

    public Told says(@Nullable String words) {
        this.text = words == null ? "" : words;
        return this;
    }

    public Told html(@Nullable String markUp) {
        this.html = markUp;
        return this;
    }

    /** A later wording; {@code which} tells it from others. */
    public Told edited(String which) {
        this.kind = Heard.Kind.EDITED;
        this.revision = which;
        return this;
    }

    public Told deleted() {
        this.kind = Heard.Kind.DELETED;
        this.revision = "deleted";
        return this;
    }

    public Told titled(@Nullable String words) {
        this.title = words;
        return this;
    }

    public Told at(@Nullable String link) {
        this.uri = link;
        return this;
    }

    public Told in(@Nullable Place where) {
        this.place = where;
        return this;
    }

    public Told answering(@Nullable String message) {
        this.inReplyTo = message;
        return this;
    }

    /** The place's own thread; it vouches that the author takes part in it. */
    public Told within(@Nullable String its) {
        this.thread = its;
        return this;
    }

    public Told privately(boolean isPrivate) {
        this.visibility = isPrivate ? Heard.Visibility.PRIVATE : Heard.Visibility.PUBLIC;
        return this;
    }

    public Told automatic(boolean isAutomatic) {
        this.manner = isAutomatic ? Heard.Manner.AUTOMATIC : Heard.Manner.PERSONAL;
        return this;
    }

    public Told reached(@Nullable Reach how) {
        this.reach = how;
        return this;
    }

    public Told speaking(@Nullable String tag) {
        this.language = tag;
        return this;
    }

    public Told to(List<String> whom) {
        this.addressees = whom;
        return this;
    }

    public Told with(List<Media> files) {
        this.media = files;
        return this;
    }

    public Heard heard() {
        return new Heard(
                id,
                revision,
                kind,
                uri,
                author,
                addressees,
                place,
                text,
                html,
                title,
                at,
                null,
                inReplyTo,
                List.of(),
                null,
                thread,
                thread != null,
                visibility,
                null,
                reach,
                null,
                language,
                manner,
                media);
    }

    /** As an item of a page or delivery. */
    public Item item() {
        return new Item.Read(heard());
    }
}
