package dev.rapport.cli;

import dev.rapport.Rapport;
import dev.rapport.shared.RapportHome;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Starts the application for a command. The log goes into the home; a console is for people and shows warnings only. */
final class Application {

    private Application() {}

    /** With screens and background work; stops with the process. */
    static ConfigurableApplicationContext serving(boolean dev, boolean demo, Runnable stopped) {
        SpringApplication application =
                quiet("rapport.log", Map.of("rapport.serving", "true", "rapport.dev", dev, "rapport.demo", demo));
        application.addListeners((ApplicationListener<ContextClosedEvent>) closed -> stopped.run());
        return application.run();
    }

    /**
     * Without screens, on the database of the server that runs on this home, else on one of its own until it is closed,
     * which is the caller's to do.
     */
    static ConfigurableApplicationContext aside() {
        SpringApplication application = quiet("commands.log", Map.of("rapport.database.attach", "true"));
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        return application.run();
    }

    static RapportHome home() {
        String property = System.getProperty("rapport.home");
        return property == null ? RapportHome.fromEnvironment() : RapportHome.of(property);
    }

    private static SpringApplication quiet(String log, Map<String, Object> more) {
        Map<String, Object> properties = new LinkedHashMap<>(more);
        properties.put("logging.file.name", home().resolve("logs").resolve(log).toString());
        properties.put("logging.threshold.console", "WARN");
        properties.put("logging.pattern.console", "%5level  %msg%n%nopex");
        properties.put("logging.logback.rollingpolicy.max-file-size", "20MB");
        properties.put("logging.logback.rollingpolicy.max-history", "14");
        properties.put("logging.logback.rollingpolicy.total-size-cap", "500MB");
        // A failed start is said in one sentence by SaysWhatFailed.
        properties.put("logging.level.org.springframework.boot.SpringApplication", "OFF");
        properties.put("logging.level.org.springframework.boot.diagnostics", "OFF");
        properties.put("logging.level.org.springframework.boot.web.server.servlet.context", "ERROR");
        properties.put("logging.level.org.springframework.context.annotation", "ERROR");
        // It warns that its document is open; it is meant to be.
        properties.put("logging.level.org.springdoc", "ERROR");
        SpringApplication application = new SpringApplication(Rapport.class);
        application.setDefaultProperties(properties);
        return application;
    }
}
