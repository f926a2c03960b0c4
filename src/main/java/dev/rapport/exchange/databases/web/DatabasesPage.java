package dev.rapport.exchange.databases.web;

import dev.rapport.exchange.databases.Database;
import java.util.List;

/** The databases of other systems. */
public record DatabasesPage(List<Database> databases) {}
