package dev.rapport.channels;

import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Fault;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The connectors by their kind. Asked for at call time: modules below this one plug theirs in. */
@Component
class Connectors {

    private final ObjectProvider<Connector> all;

    Connectors(ObjectProvider<Connector> all) {
        this.all = all;
    }

    Optional<Connector> find(String kind) {
        return all.stream().filter(one -> one.kind().equals(kind)).findFirst();
    }

    Stream<Connector> all() {
        return all.stream();
    }

    /** @throws Fault.Refused when there is none */
    Connector of(String kind) {
        return find(kind)
                .orElseThrow(() -> new Fault.Refused("Nothing here can reach a channel of kind “" + kind + "”."));
    }

    Abilities abilities(String kind) {
        return find(kind).map(Connector::abilities).orElse(Abilities.NONE);
    }
}
