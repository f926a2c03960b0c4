package dev.rapport.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The driver's settings that every connection of Rapport has, unless the URL says otherwise. */
final class ConnectionParameters {

    private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

    static {
        DEFAULTS.put("reWriteBatchedInserts", "true");
        DEFAULTS.put("ApplicationName", "rapport");
        DEFAULTS.put("tcpKeepAlive", "true");
        DEFAULTS.put("connectTimeout", "10");
        DEFAULTS.put("loginTimeout", "20");
    }

    private ConnectionParameters() {}

    static String addTo(String url) {
        String query = url.contains("?") ? url.substring(url.indexOf('?') + 1) : "";
        StringJoiner added = new StringJoiner("&");
        DEFAULTS.forEach((name, value) -> {
            if (!("&" + query).contains("&" + name + "=")) {
                added.add(name + "=" + value);
            }
        });
        if (added.length() == 0) {
            return url;
        }
        return url + (url.contains("?") ? (query.isEmpty() ? "" : "&") : "?") + added;
    }
}
