package dev.rapport.journeys.support;

import dev.rapport.Rapport;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * A journey through the running application in a real browser. The application is started once for all journeys that ask
 * for nothing else; {@link Visitors} come as a parameter.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Rapport.class,
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {"rapport.serving=true", "rapport.channels.poll=1s", "rapport.outbox.undo=1s"})
@ContextConfiguration(initializers = FreePort.class)
@ExtendWith(BringsVisitors.class)
public @interface Journey {}
