package dev.rapport.exchange;

import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.ImportTarget;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Something that can be imported, for the screen and the command line. */
public record ImportKind(String name, List<ImportField> fields, List<ImportField> options) {

    static ImportKind of(ImportTarget target) {
        return new ImportKind(target.kind(), target.fields(), target.options());
    }

    /** Of what was given the options that this kind knows, without those left empty. */
    public Map<String, String> chosen(Map<String, String> given) {
        return options.stream()
                .map(ImportField::name)
                .filter(name -> !given.getOrDefault(name, "").isBlank())
                .collect(Collectors.toMap(
                        name -> name, name -> given.getOrDefault(name, "").strip()));
    }

    /** Whether its files come from sources that call their columns as they like. */
    public boolean asksForSource() {
        return options.stream().map(ImportField::name).anyMatch(Mappings.SOURCE::equals);
    }
}
