package dev.rapport.exchange.databases;

import dev.rapport.exchange.FileLook;
import dev.rapport.exchange.Mapping;
import dev.rapport.exchange.Preview;
import dev.rapport.exchange.spi.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a query and what would become of them.
 *
 * @param file their columns
 * @param mapping what was said of them or is proposed
 * @param rows as they are there, in the order of {@code columns}
 * @param preview none when {@code problem} says why there is none
 */
public record Look(
        FileLook file,
        Mapping mapping,
        List<String> columns,
        List<List<String>> rows,
        @Nullable Preview preview,
        @Nullable Reason problem) {}
