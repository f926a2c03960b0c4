package dev.rapport.channels.bluesky;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** Links in a post: Bluesky keeps them beside the words, by places counted in bytes of UTF-8. */
final class RichText {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)\\]]");
    private static final String LINKED = "app.bsky.richtext.facet#link";
    private static final String NAMED = "app.bsky.richtext.facet#mention";

    private RichText() {}

    /** The facets that make the web addresses in our words links. */
    static List<Map<String, Object>> facets(String text) {
        List<Map<String, Object>> facets = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        while (links.find()) {
            int start = bytes(text.substring(0, links.start()));
            facets.add(Map.of(
                    "index", Map.of("byteStart", start, "byteEnd", start + bytes(links.group())),
                    "features", List.of(Map.of("$type", LINKED, "uri", links.group()))));
        }
        return facets;
    }

    /** The dids of those who are named. */
    static List<String> named(JsonNode facets) {
        List<String> dids = new ArrayList<>();
        for (JsonNode facet : facets) {
            for (JsonNode feature : facet.path("features")) {
                String did = feature.path("did").asString("");
                if (feature.path("$type").asString("").equals(NAMED) && !did.isEmpty()) {
                    dids.add(did);
                }
            }
        }
        return dids;
    }

    private record Link(int start, int end, String uri) {}

    /** The words as mark-up with their links; empty when there are none. */
    static @Nullable String html(String text, JsonNode facets) {
        List<Link> links = links(facets);
        if (links.isEmpty()) {
            return null;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder html = new StringBuilder("<p>");
        int at = 0;
        for (Link link : links) {
            if (link.start < at || link.end > bytes.length || link.end <= link.start) {
                continue;
            }
            html.append(escaped(bytes, at, link.start));
            html.append("<a href=\"").append(HtmlUtils.htmlEscape(link.uri)).append("\">");
            html.append(escaped(bytes, link.start, link.end)).append("</a>");
            at = link.end;
        }
        return html.append(escaped(bytes, at, bytes.length)).append("</p>").toString();
    }

    private static List<Link> links(JsonNode facets) {
        List<Link> links = new ArrayList<>();
        for (JsonNode facet : facets) {
            JsonNode index = facet.path("index");
            for (JsonNode feature : facet.path("features")) {
                String uri = feature.path("uri").asString("");
                if (feature.path("$type").asString("").equals(LINKED) && !uri.isEmpty()) {
                    links.add(new Link(
                            index.path("byteStart").asInt(-1),
                            index.path("byteEnd").asInt(-1),
                            uri));
                }
            }
        }
        links.sort(Comparator.comparingInt(Link::start));
        return links;
    }

    private static String escaped(byte[] bytes, int from, int to) {
        String words = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return HtmlUtils.htmlEscape(words).replace("\n", "<br>");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
