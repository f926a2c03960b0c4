package dev.rapport.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Media;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.OutsideHosts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class FetchesMediaTests {

    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private final ChannelsDatabase db = new ChannelsDatabase();
    private InboxId inbox = new InboxId(0);
    private HttpServer server = started();

    @BeforeEach
    void connect() {
        inbox = db.inbox("Fake");
        answer("/picture", "image/jpeg", PICTURE);
        answer("/page", "text/html", "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        answer("/false", "image/png", "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        answer("/large", "video/mp4", new byte[(10 << 20) + 1]);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void pictureIsKeptAsWhatItIs() {
        Media file = fetched("/picture");

        assertThat(file.content()).isEqualTo(PICTURE);
        assertThat(file.type()).isEqualTo("image/png");
        assertThat(db.media.fetchNext()).isFalse();
    }

    @Test
    void whatIsNotWhatItSaysIsNamedAndNotKept() {
        assertThat(fetched("/page").note()).contains("not what it says");
        assertThat(fetched("/false").content()).isNull();
        assertThat(fetched("/large").note()).contains("larger than 10 MB");
        assertThat(fetched("/nowhere").note()).contains("404");
    }

    @Test
    void nothingIsAskedForInPrivateNetworks() {
        FetchesMedia careful = new FetchesMedia(
                db.mediaStore,
                new Calls(new PublicAddresses(new OutsideHosts("")), Clock.systemUTC()),
                new StaticListableBeanFactory(java.util.Map.of("intake", db))
                        .getBeanProvider(dev.rapport.channels.spi.Intake.class),
                db.transaction,
                Clock.systemUTC());
        hear("/picture");

        careful.fetchNext();

        assertThat(db.files).singleElement().satisfies(file -> {
            assertThat(file.content()).isNull();
            assertThat(file.note()).contains("private network");
        });
    }

    private Media fetched(String path) {
        hear(path);
        db.media.fetchNext();
        return db.files.getLast();
    }

    private void hear(String path) {
        Heard said = FakeConnector.heard("m" + path, "Look");
        Media link = new Media(
                "photo", null, null, "http://127.0.0.1:" + server.getAddress().getPort() + path, null, null, null);
        db.mediaStore.keep(inbox, List.of(new Item.Read(with(said, link))));
    }

    private static Heard with(Heard said, Media link) {
        return new Heard(
                said.id(),
                said.revision(),
                said.kind(),
                said.uri(),
                said.author(),
                said.addressees(),
                said.place(),
                said.text(),
                said.html(),
                said.title(),
                said.saidAt(),
                said.saidOffsetMinutes(),
                said.inReplyTo(),
                said.references(),
                said.repostOf(),
                said.thread(),
                said.threadProven(),
                said.visibility(),
                said.rating(),
                said.reach(),
                said.location(),
                said.language(),
                said.manner(),
                List.of(link));
    }

    private void answer(String path, String type, byte[] bytes) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static HttpServer started() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
