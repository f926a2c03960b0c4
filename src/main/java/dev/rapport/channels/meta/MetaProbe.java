package dev.rapport.channels.meta;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import java.util.List;

/** Whether the token opens the page, account or number. */
final class MetaProbe {

    private MetaProbe() {}

    static Health of(Graph graph, Connection inbox, String id, String field) {
        try {
            String name = graph.get(inbox, "/" + id + "?fields=" + field)
                    .json()
                    .path(field)
                    .asString(id);
            return Health.of(List.of(new Health.Step("meta.token", true, List.of(name))));
        } catch (Fault fault) {
            return Health.of(
                    List.of(new Health.Step("meta.token", false, List.of(String.valueOf(fault.getMessage())))));
        }
    }
}
