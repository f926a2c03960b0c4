package dev.rapport.postgres;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Gives every Spring context of the tests a database and a home of its own, with nothing to be said in the test. Contexts
 * are cached, so there are as many databases as there are distinct contexts; none is made for a context that asks for none.
 */
public final class TestDatabase implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        return new OwnDatabase();
    }

    // A record without components: all are equal, so it does not keep contexts from being shared.
    private record OwnDatabase() implements ContextCustomizer {

        @Override
        public void customizeContext(
                ConfigurableApplicationContext context, MergedContextConfiguration mergedConfiguration) {
            context.getEnvironment().getPropertySources().addFirst(new OnDemand());
        }
    }

    /** Makes the database when its URL is asked for. */
    private static final class OnDemand extends PropertySource<Object> {

        private @Nullable DatabaseConnection database;

        private OnDemand() {
            super("test database", new Object());
        }

        @Override
        public @Nullable Object getProperty(String name) {
            return switch (name) {
                case "rapport.database.url" -> database().url();
                case "rapport.database.user" -> database().user();
                case "rapport.database.password" -> database().password();
                case "rapport.database.pool-size" -> "5";
                case "rapport.home" -> TestServer.folder("test-homes/" + name()).toString();
                default -> null;
            };
        }

        private String name() {
            String address = database().address();
            return address.substring(address.lastIndexOf('/') + 1);
        }

        private synchronized DatabaseConnection database() {
            if (database == null) {
                database = TestServer.newDatabase();
            }
            return database;
        }
    }
}
