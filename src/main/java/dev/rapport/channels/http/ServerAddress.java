package dev.rapport.channels.http;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Setup;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The server an inbox talks to, as somebody entered it: with or without {@code https://}, with or without a last slash. */
public record ServerAddress(URI root) {

    /**
     * Reads the setting {@link Setup#SERVER}.
     *
     * @throws Fault.Refused when it is no server's address
     */
    public static ServerAddress of(Connection inbox) {
        String given = inbox.required(Setup.SERVER).strip().replaceAll("/+$", "");
        try {
            URI uri = URI.create(given.contains("://") ? given : "https://" + given);
            if (uri.getHost() != null) {
                return new ServerAddress(uri);
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for an address without a host.
        }
        throw new Fault.Refused("“" + given + "” is no server's address.");
    }

    /** Names and values in turn, without those that have no value. */
    public static String[] query(@Nullable String... pairs) {
        List<String> given = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            String value = pairs[i + 1];
            if (value != null && !value.isEmpty()) {
                given.add(String.valueOf(pairs[i]));
                given.add(value);
            }
        }
        return given.toArray(String[]::new);
    }

    public String host() {
        return root.getHost();
    }

    /**
     * An address on this server.
     *
     * @param query names and values in turn; names may repeat
     */
    public URI at(String path, String... query) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromUri(root).path(path);
        Object[] values = new Object[query.length / 2];
        for (int i = 0; i < query.length; i += 2) {
            uri.queryParam(query[i], "{value}");
            values[i / 2] = query[i + 1];
        }
        return uri.encode().buildAndExpand(values).toUri();
    }
}
