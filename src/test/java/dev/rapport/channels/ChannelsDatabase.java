package dev.rapport.channels;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rapport.access.LiveUpdates;
import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Intake;
import dev.rapport.channels.spi.Media;
import dev.rapport.channels.spi.Sent;
import dev.rapport.postgres.DatabaseConnection;
import dev.rapport.postgres.TestServer;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Keys;
import dev.rapport.shared.OutsideHosts;
import dev.rapport.shared.Sql;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionTemplate;

/** The module's parts over a real database of their own, put together by hand, with a place in memory to talk to. */
public final class ChannelsDatabase implements Intake {

    final FakeConnector place = new FakeConnector();
    final FakePlaceThatDelivers brings = new FakePlaceThatDelivers();
    final List<Object> events = new CopyOnWriteArrayList<>();
    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<UUID> delivered = new CopyOnWriteArrayList<>();
    final CountDownLatch firstHeard = new CountDownLatch(1);
    final List<Heard> items = new CopyOnWriteArrayList<>();
    final List<Media> files = new CopyOnWriteArrayList<>();
    volatile boolean intakeFails;
    volatile int failsAfter = Integer.MAX_VALUE;

    final Sql sql;
    final TransactionTemplate transaction;
    final InboxStore inboxStore;
    final OutboxStore outboxStore;
    final UnreadableStore unreadableStore;
    final MediaStore mediaStore;
    final SearchStore searchStore;
    final Listens listens;
    final FetchesMedia media;
    final Searches searches;
    final Inboxes inboxes;
    final Outbox outbox;
    final SettlesReplies settles;
    final FetchesInboxes fetches;
    final UnreadableItems unreadable;
    final DeliveryStore deliveryStore;
    final InterpretsDeliveries interprets;
    final Deliveries deliveries;
    final Connectors connectors;
    final Connections connections;

    private final JdbcTransactionManager transactions;
    private final Set<String> seen = new HashSet<>();

    ChannelsDatabase() {
        this(List.of());
    }

    /** With a connector of its own beside the place in memory. */
    public ChannelsDatabase(Connector connector) {
        this(List.of(connector));
    }

    private ChannelsDatabase(List<Connector> more) {
        DatabaseConnection database = TestServer.newDatabase();
        DataSource source = pool(database);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/channels")
                .defaultSchema("channels")
                .load()
                .migrate();
        transactions = new JdbcTransactionManager(source);
        transaction = new TransactionTemplate(transactions);
        sql = new Sql(JdbcClient.create(source));
        var beans = new StaticListableBeanFactory();
        if (more.isEmpty()) {
            beans.addBean("place", place);
            beans.addBean("brings", brings);
        }
        beans.addBean("intake", this);
        more.forEach(one -> beans.addBean("another " + one.kind(), one));
        Secrets secrets = new Secrets(Keys.of(
                new dev.rapport.shared.RapportHome(java.nio.file.Path.of("unused")),
                Base64.getEncoder().encodeToString(new byte[32])));
        inboxStore = new InboxStore(sql);
        outboxStore = new OutboxStore(sql);
        unreadableStore = new UnreadableStore(sql);
        mediaStore = new MediaStore(sql);
        searchStore = new SearchStore(sql);
        connectors = new Connectors(beans.getBeanProvider(dev.rapport.channels.spi.Connector.class));
        connections = new Connections(
                inboxStore, secrets, new RenewsSecrets(inboxStore, secrets, transaction), new SpendingStore(sql));
        inboxes = inTransactions(new Inboxes(inboxStore, secrets, connectors, connections));
        settles = inTransactions(new SettlesReplies(
                outboxStore, beans.getBeanProvider(Intake.class), events::add, new LiveUpdates(sql)));
        outbox = inTransactions(
                new Outbox(outboxStore, connectors, inboxStore, settles, Duration.ZERO, Clock.systemUTC()));
        TakesPages pages = inTransactions(new TakesPages(
                inboxStore,
                unreadableStore,
                new RhythmStore(sql),
                new LookStore(sql),
                mediaStore,
                searchStore,
                beans.getBeanProvider(Intake.class)));
        listens = new Listens(
                searchStore, new LookStore(sql), inboxStore, pages, Clock.systemUTC(), Duration.ofMinutes(5));
        fetches = new FetchesInboxes(
                inboxStore, pages, listens, connectors, connections, Clock.systemUTC(), Duration.ofMinutes(1));
        deliveryStore = new DeliveryStore(sql);
        interprets = new InterpretsDeliveries(deliveryStore, inboxStore, pages, connectors, transaction);
        deliveries = new Deliveries(deliveryStore, inboxStore, connectors, connections, interprets);
        media = new FetchesMedia(
                mediaStore,
                new Calls(new PublicAddresses(new OutsideHosts("*")), Clock.systemUTC()),
                beans.getBeanProvider(Intake.class),
                transaction,
                Clock.systemUTC());
        searches = inTransactions(new Searches(searchStore, connectors, connections, inboxStore));
        unreadable = new UnreadableItems(
                unreadableStore, connectors, connections, beans.getBeanProvider(Intake.class), transaction);
    }

    /** Its idle connections are closed by themselves, as nobody closes a database of a test. */
    private static DataSource pool(DatabaseConnection database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMinimumIdle(0);
        config.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        return new HikariDataSource(config);
    }

    SendsReplies sender(Duration attempt) {
        return sender(attempt, Duration.ZERO);
    }

    SendsReplies sender(Duration attempt, Duration onItsWay) {
        return new SendsReplies(
                outboxStore, inboxStore, settles, connectors, connections, Clock.systemUTC(), attempt, onItsWay);
    }

    InboxId inbox(String name) {
        return inboxes.open(
                new OpenInbox("fake", name, "fake", "support", Map.of("region", "north"), Map.of("password", "good")));
    }

    /** A place that brings what is said to the address {@code door}. */
    InboxId bringing(String name, Map<String, String> secrets) {
        InboxId inbox = inboxes.open(new OpenInbox("brings", name, "fake", "support", Map.of(), secrets));
        deliveryStore.openDoor(inbox, "door-" + name);
        return inbox;
    }

    void makeDue(InboxId inbox) {
        sql.sql("update channels.inboxes set next_run_at = now() where id = :id")
                .param("id", inbox)
                .updateOne();
    }

    @Override
    public Accepted accept(InboxId inbox, List<Heard> many, boolean history) {
        if (intakeFails || --failsAfter < 0) {
            throw new IllegalStateException("The intake fails");
        }
        List<Long> ids = new ArrayList<>();
        List<String> newIds = new ArrayList<>();
        for (Heard one : many) {
            if (seen.add(inbox.value() + " " + one.id() + " " + one.revision())) {
                heard.add(one.text() + (history ? " (history)" : ""));
                items.add(one);
                ids.add((long) heard.size());
                newIds.add(one.id());
                firstHeard.countDown();
            }
        }
        return new Accepted(ids.size(), many.size() - ids.size(), ids, newIds);
    }

    @Override
    public void delivered(InboxId inbox, UUID key, Sent sent) {
        if (intakeFails) {
            throw new IllegalStateException("The intake fails");
        }
        delivered.add(key);
    }

    /** The same object with its {@code @Transactional} methods meaning what they say. */
    @SuppressWarnings("unchecked")
    private <T> T inTransactions(T target) {
        ProxyFactory proxy = new ProxyFactory(target);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(new TransactionInterceptor(transactions, new AnnotationTransactionAttributeSource(false)));
        return (T) proxy.getProxy(target.getClass().getClassLoader());
    }

    @Override
    public void fetched(InboxId inbox, String remoteId, Media file) {
        files.add(file);
    }

    /** Opens an inbox for a connector and everything it needs. */
    public InboxId open(String kind, Connection like) {
        return inboxes.open(new OpenInbox(kind, like.name(), kind, null, like.settings(), like.secrets()));
    }

    /** Fetches until nothing is due, as a process does that nobody kills. */
    public void fetchAll(InboxId inbox) throws InterruptedException {
        makeDue(inbox);
        while (fetches.fetchNext()) {
            // The next page.
        }
    }

    /** The {@code calls}th call from now on breaks the transaction of its page off, and with it the run. */
    public void breakOffAfter(int calls) {
        failsAfter = calls;
    }

    /** Nothing breaks any more. */
    public void mend() {
        failsAfter = Integer.MAX_VALUE;
    }

    /** The words of everything heard. */
    public List<String> texts() {
        return items.stream().map(Heard::text).toList();
    }

    /** The ids of everything heard, in order; twice what was taken twice. */
    public List<String> heardIds() {
        return items.stream().map(Heard::id).toList();
    }
}
