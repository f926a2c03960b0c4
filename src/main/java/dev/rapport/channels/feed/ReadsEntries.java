package dev.rapport.channels.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Media;
import dev.rapport.channels.spi.Place;
import dev.rapport.channels.text.Fingerprint;
import dev.rapport.channels.text.HtmlText;
import dev.rapport.channels.text.PlainText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes of a feed's bytes what was said in it, oldest first. */
final class ReadsEntries {

    private static final int MOST = 10_000;

    private final URI from;
    private final Instant readAt;

    /** @param readAt the time of entries that bear none */
    ReadsEntries(URI from, Instant readAt) {
        this.from = from;
        this.readAt = readAt;
    }

    /** Document types, and with them everything that makes XML grow or reach out, are refused by the reader. */
    List<Item> items(byte[] bytes, @Nullable String type) {
        SyndFeed feed;
        try (XmlReader xml = new XmlReader(new ByteArrayInputStream(bytes), type == null ? "" : type, true)) {
            SyndFeedInput input = new SyndFeedInput();
            input.setAllowDoctypes(false);
            feed = input.build(xml);
        } catch (IOException | FeedException | IllegalArgumentException e) {
            throw new Fault.Broken(from.getHost() + " answered with something that is no feed: " + e.getMessage(), e);
        }
        List<Item> items = new ArrayList<>();
        // Of entries of the same second the one further down is the older.
        feed.getEntries().stream().limit(MOST).toList().reversed().stream()
                .sorted(Comparator.comparing(this::saidAt))
                .forEach(entry -> items.add(item(feed, entry)));
        return items;
    }

    private Item item(SyndFeed feed, SyndEntry entry) {
        String id = id(entry);
        if (id == null) {
            String all = String.valueOf(entry);
            String name = "entry/" + Integer.toHexString(all.hashCode());
            return new Item.Unreadable(name, all.getBytes(StandardCharsets.UTF_8), "An entry with nothing in it.");
        }
        return new Item.Read(heard(feed, entry, id));
    }

    private Heard heard(SyndFeed feed, SyndEntry entry, String id) {
        String html = html(entry);
        String title = line(entry.getTitle());
        String words = HtmlText.of(html);
        String text = words.isEmpty() && title != null ? title : words;
        return new Heard(
                id,
                Fingerprint.of(title + "\n" + text),
                Heard.Kind.SAID,
                line(entry.getLink()),
                author(feed, entry),
                List.of(),
                new Place("feed", from.toString(), line(feed.getTitle())),
                text,
                html.isEmpty() ? null : html,
                title,
                saidAt(entry),
                null,
                null,
                List.of(),
                null,
                null,
                false,
                Heard.Visibility.PUBLIC,
                null,
                null,
                null,
                line(feed.getLanguage()),
                Heard.Manner.PERSONAL,
                media(entry));
    }

    /** The entry's own id, else its link, else what it says. */
    private static @Nullable String id(SyndEntry entry) {
        String own = line(entry.getUri());
        String link = line(entry.getLink());
        String title = line(entry.getTitle());
        if (own != null || link != null) {
            return own == null ? link : own;
        }
        String said = Objects.requireNonNullElse(title, "") + html(entry);
        return said.isBlank() ? null : "said:" + Fingerprint.of(said);
    }

    private Instant saidAt(SyndEntry entry) {
        Date published = entry.getPublishedDate();
        Date at = published == null ? entry.getUpdatedDate() : published;
        return at == null || at.toInstant().isAfter(readAt) ? readAt : at.toInstant();
    }

    private static String html(SyndEntry entry) {
        SyndContent longest = entry.getDescription();
        for (SyndContent content : entry.getContents()) {
            if (longest == null || length(content) > length(longest)) {
                longest = content;
            }
        }
        String value = longest == null ? "" : Objects.requireNonNullElse(longest.getValue(), "");
        boolean plain = longest != null && "text".equals(longest.getType());
        return plain ? org.springframework.web.util.HtmlUtils.htmlEscape(value) : value;
    }

    private static int length(SyndContent content) {
        return content.getValue() == null ? 0 : content.getValue().length();
    }

    /** Known by name on this site; feeds give nothing stabler. An entry without one is the site's own. */
    private Author author(SyndFeed feed, SyndEntry entry) {
        SyndPerson person =
                entry.getAuthors().isEmpty() ? null : entry.getAuthors().getFirst();
        String name = line(person == null ? entry.getAuthor() : person.getName());
        String shown = name != null ? name : line(feed.getTitle());
        String key = from.getHost() + "/" + (name == null ? "" : name.toLowerCase(Locale.ROOT));
        String website = person == null ? null : line(person.getUri());
        return new Author(FeedConnector.NETWORK, key, null, shown, null, null, website, null, false, false);
    }

    private static List<Media> media(SyndEntry entry) {
        List<Media> all = new ArrayList<>();
        for (SyndEnclosure one : entry.getEnclosures()) {
            String uri = line(one.getUrl());
            if (uri != null) {
                all.add(new Media(
                        null,
                        line(one.getType()),
                        one.getLength() > 0 ? one.getLength() : null,
                        uri,
                        null,
                        null,
                        null));
            }
        }
        return all;
    }

    private static @Nullable String line(@Nullable String text) {
        String clean = text == null
                ? ""
                : PlainText.clean(text).replaceAll("\\s+", " ").strip();
        return clean.isEmpty() ? null : clean;
    }
}
