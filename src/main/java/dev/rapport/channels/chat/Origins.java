package dev.rapport.channels.chat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The websites a chat may stand on, named as browsers name them: scheme, host and, unless it is the usual one, the port. */
record Origins(List<String> allowed) {

    static Origins of(String lines, String own) {
        return new Origins(Stream.concat(Stream.of(own), lines.lines().map(String::strip))
                .filter(Origins::isOne)
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList());
    }

    boolean allow(@Nullable String origin) {
        return origin != null && allowed.contains(origin.toLowerCase(Locale.ROOT));
    }

    static boolean isOne(String text) {
        return text.matches("(?i)https?://[a-z0-9.-]+(:\\d{1,5})?");
    }

    /** The origin of an address. */
    static String of(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }
}
