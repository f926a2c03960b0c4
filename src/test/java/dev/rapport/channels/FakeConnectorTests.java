package dev.rapport.channels;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.ConnectorContract;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Reply;
import dev.rapport.shared.InboxId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The contract against the connector of these tests, so that what they show of the machinery holds for real ones. */
class FakeConnectorTests extends ConnectorContract {

    private final FakeConnector fake = new FakeConnector();

    @Override
    protected int many() {
        fake.page = 100;
        return super.many();
    }

    @Override
    protected Connector connector() {
        return fake;
    }

    @Override
    protected Connection inbox() {
        return new Connection(new InboxId(1), "Fake", Map.of(), Map.of("password", "good"));
    }

    @Override
    protected Connection inboxWithExpiredKey() {
        return new Connection(new InboxId(1), "Fake", Map.of(), Map.of("password", "old"));
    }

    @Override
    protected Connection inboxThatSaysNothing() {
        return new Connection(new InboxId(1), "Fake", Map.of("silent", "true"), Map.of("password", "good"));
    }

    @Override
    protected void say(String text) {
        fake.said.add(text);
    }

    @Override
    protected void sayBroken() {
        fake.sayBroken();
    }

    @Override
    protected int received(Reply reply) {
        return (int) fake.received.stream().filter(reply::equals).count();
    }

    @Override
    protected String somebody() {
        return "amira";
    }

    @Override
    protected boolean refuseNextAsTooSoon() {
        fake.fetchFault = new Fault.Slow("Too soon", Instant.now().plusSeconds(1));
        return true;
    }

    @Override
    protected Optional<Changes> changes() {
        return Optional.of(new Changes() {
            @Override
            public void edit(String text, String words) {
                fake.edited.put("m" + fake.said.indexOf(text), words);
            }

            @Override
            public void delete(String text) {
                fake.deleted.add("m" + fake.said.indexOf(text));
            }
        });
    }
}
