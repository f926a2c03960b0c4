package dev.rapport.bench.places;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** A site with a feed, {@code /rss} or {@code /atom}, that shows its newest entries and says when nothing has changed. */
public final class FeedPlace extends PlaceServer {

    private static final int SHOWN = 4_000;

    private record Entry(int number, String words, Instant at) {}

    private final Books books;
    private final List<Entry> entries = new ArrayList<>();
    private int number;
    private int state;
    private int unchanged;
    private Instant changedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    public FeedPlace(int port, Books books) {
        super(port);
        this.books = books;
    }

    /** Publishes an entry. Returns its number. */
    public synchronized int publish(String words) {
        number++;
        entries.add(new Entry(number, words, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        if (entries.size() > SHOWN) {
            entries.removeFirst();
        }
        changed();
        books.said(words);
        return number;
    }

    /** Publishes an entry with nothing in it. */
    public synchronized void publishNothing() {
        number++;
        entries.add(new Entry(number, "", Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        changed();
    }

    public synchronized void edit(int entry, String words) {
        entries.replaceAll(one -> one.number == entry ? new Entry(entry, words, one.at) : one);
        changed();
    }

    /** How often it said that nothing had changed. */
    public synchronized int unchanged() {
        return unchanged;
    }

    @Override
    protected synchronized Said answer(Asked asked) {
        String etag = "\"" + state + "\"";
        return switch (asked.path()) {
            case "/account" -> Said.json(200, books.account(failed()));
            case "/moved" -> new Said(301, Map.of("Location", "/rss"), new byte[0]);
            case "/bomb" -> xml("text/xml", bomb(), etag);
            case "/rss", "/atom" -> {
                if (etag.equals(asked.headers().get("if-none-match"))) {
                    unchanged++;
                    yield new Said(304, Map.of("ETag", etag), new byte[0]);
                }
                yield asked.path().equals("/rss")
                        ? xml("application/rss+xml", rss(), etag)
                        : xml("application/atom+xml", atom(), etag);
            }
            default -> Said.json(404, Map.of());
        };
    }

    private Said xml(String type, String text, String etag) {
        return new Said(200, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8))
                .with("ETag", etag)
                .with("Last-Modified", httpDate(changedAt));
    }

    private String rss() {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0"><channel><title>Harbour notes</title><link>http://127.0.0.1/</link>
                <description>Notes</description><language>en</language>
                """);
        entries.reversed().forEach(one -> xml.append(rss(one)));
        return xml.append("</channel></rss>").toString();
    }

    private static String rss(Entry one) {
        if (one.words.isEmpty()) {
            return "<item></item>\n";
        }
        String html = "<p>" + HtmlUtils.htmlEscape(one.words, "UTF-8") + "</p>";
        return "<item><guid isPermaLink=\"false\">entry-" + one.number + "</guid><title>Entry " + one.number
                + "</title><description>" + HtmlUtils.htmlEscapeDecimal(html, "UTF-8")
                + "</description><author>amira@example.org (Amira)</author><pubDate>" + httpDate(one.at)
                + "</pubDate></item>\n";
    }

    private String atom() {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom"><id>urn:harbour</id><title>Harbour notes</title>
                """);
        xml.append("<updated>").append(changedAt).append("</updated>");
        entries.reversed()
                .forEach(one -> xml.append("<entry><id>urn:entry:")
                        .append(one.number)
                        .append("</id><title>Entry ")
                        .append(one.number)
                        .append("</title><author><name>Amira</name></author><published>")
                        .append(one.at)
                        .append("</published><updated>")
                        .append(one.at)
                        .append("</updated><content type=\"text\">")
                        .append(HtmlUtils.htmlEscapeDecimal(one.words, "UTF-8"))
                        .append("</content></entry>\n"));
        return xml.append("</feed>").toString();
    }

    private static String bomb() {
        return """
                <?xml version="1.0"?>
                <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>
                <rss version="2.0"><channel><title>&b;</title><item><guid>1</guid><title>&c;</title></item></channel></rss>
                """;
    }

    private void changed() {
        state++;
        changedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String httpDate(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
