package dev.rapport.bench;

import java.nio.file.Path;
import java.util.List;

/** A benchmark's arguments: a folder, {@code --flag}, {@code --name value} or {@code --name=value}. */
record Options(List<String> arguments) {

    Path folder() {
        BenchFailed.unless(!arguments.isEmpty() && !arguments.getFirst().startsWith("--"), "Say which folder, first.");
        return Path.of(arguments.getFirst());
    }

    boolean has(String flag) {
        return arguments.contains(flag);
    }

    int number(String name, int otherwise) {
        String text = text(name, "");
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    String text(String name, String otherwise) {
        for (int i = 0; i < arguments.size(); i++) {
            String one = arguments.get(i);
            if (one.startsWith(name + "=")) {
                return one.substring(name.length() + 1);
            }
            if (one.equals(name) && i + 1 < arguments.size()) {
                return arguments.get(i + 1);
            }
        }
        return otherwise;
    }
}
