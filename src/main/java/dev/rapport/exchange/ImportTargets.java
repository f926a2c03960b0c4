package dev.rapport.exchange;

import dev.rapport.exchange.spi.ImportTarget;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What can be imported. Asked for at call time: the modules that own it stand below this one. */
@Component
class ImportTargets {

    private final ObjectProvider<ImportTarget> targets;

    ImportTargets(ObjectProvider<ImportTarget> targets) {
        this.targets = targets;
    }

    List<ImportKind> kinds() {
        return targets.orderedStream().map(ImportKind::of).toList();
    }

    ImportTarget of(String kind) {
        return targets.stream()
                .filter(target -> target.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new CannotImport("“" + kind + "” cannot be imported. These can: " + known() + "."));
    }

    private String known() {
        return targets.stream().map(ImportTarget::kind).sorted().collect(Collectors.joining(", "));
    }
}
