package dev.rapport.exchange;

import dev.rapport.exchange.spi.ImportField;
import java.util.List;

/** Something that can be imported, for the screen and the command line. */
public record ImportKind(String name, List<ImportField> fields, List<ImportField> options) {}
