package dev.rapport.access.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Browser and system in a few words, by which people know their own sessions again. */
final class Device {

    static final String ATTRIBUTE = "device";

    private Device() {}

    /** For example "Firefox, Linux"; empty when the browser does not say. */
    static String of(@Nullable String userAgent) {
        if (userAgent == null) {
            return "";
        }
        String browser = first(
                userAgent,
                Map.entry("Edg/", "Edge"),
                Map.entry("OPR/", "Opera"),
                Map.entry("Firefox/", "Firefox"),
                Map.entry("Chrome/", "Chrome"),
                Map.entry("Safari/", "Safari"));
        String system = first(
                userAgent,
                Map.entry("iPhone", "iPhone"),
                Map.entry("iPad", "iPad"),
                Map.entry("Android", "Android"),
                Map.entry("Windows", "Windows"),
                Map.entry("Mac OS X", "macOS"),
                Map.entry("Linux", "Linux"));
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    @SafeVarargs
    private static String first(String userAgent, Map.Entry<String, String>... names) {
        for (Map.Entry<String, String> name : names) {
            if (userAgent.contains(name.getKey())) {
                return name.getValue();
            }
        }
        return "";
    }
}
