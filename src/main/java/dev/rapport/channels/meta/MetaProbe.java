package dev.rapport.channels.meta;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import java.util.List;

/** Whether the token opens the page, account or number, and what was said there. */
final class MetaProbe {

    private MetaProbe() {}

    static Health of(Graph graph, Connection inbox, String id, String field, List<MetaTree> trees) {
        try {
            String name = graph.get(inbox, "/" + id, "fields", field)
                    .json()
                    .path(field)
                    .asString(id);
            Health.Step token = new Health.Step("meta.token", true, List.of(name));
            return Health.of(
                    trees.isEmpty() ? List.of(token) : List.of(token, history(new MetaHistory(graph, inbox, trees))));
        } catch (Fault fault) {
            return Health.of(
                    List.of(new Health.Step("meta.token", false, List.of(String.valueOf(fault.getMessage())))));
        }
    }

    /** Without the rights to read it, what was missed cannot be fetched. */
    private static Health.Step history(MetaHistory history) {
        try {
            history.check();
            return new Health.Step("meta.history", true, List.of());
        } catch (Fault.Refused lacksRight) {
            return new Health.Step("meta.history", false, List.of(String.valueOf(lacksRight.getMessage())));
        }
    }
}
