package dev.rapport;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The application. What it can be asked to do from a shell is in {@code cli}. */
@Modulithic(
        systemName = "Rapport",
        sharedModules = {"shared", "postgres"})
@SpringBootApplication
public class Rapport {}
