package dev.rapport.exchange.databases.web;

import dev.rapport.exchange.DateOrder;
import dev.rapport.exchange.ImportKind;
import dev.rapport.exchange.Mapping;
import dev.rapport.exchange.databases.Intake;
import dev.rapport.exchange.databases.SaveTransfer;
import dev.rapport.exchange.databases.Schedule;
import dev.rapport.exchange.databases.Transfer;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What was filled in of a query: {@code theirs} and {@code ours} are lists of the same length, a column and the field it
 * feeds.
 */
public record IntakeForm(String name, Intake intake, Schedule schedule) {

    static IntakeForm empty(String kind, ZoneId zone) {
        return new IntakeForm(
                "", new Intake(kind, Map.of(), null, "", "", ""), new Schedule(Schedule.Every.HOUR, 3, zone));
    }

    static IntakeForm of(Transfer transfer, Intake intake) {
        return new IntakeForm(transfer.name(), intake, transfer.schedule());
    }

    static IntakeForm read(MultiValueMap<String, String> form, ImportKind kind, ZoneId zone) {
        Map<String, String> single = form.toSingleValueMap();
        Intake intake = new Intake(
                kind.name(),
                kind.chosen(single),
                mapping(form),
                single.getOrDefault("query", ""),
                single.getOrDefault("watermark", ""),
                single.getOrDefault("key", ""));
        Schedule schedule = ScheduleForm.read(single.getOrDefault("every", ""), single.getOrDefault("hour", ""), zone);
        return new IntakeForm(single.getOrDefault("name", ""), intake, schedule);
    }

    SaveTransfer command(Mapping mapping) {
        return new SaveTransfer(name, intake.mapped(mapping), schedule);
    }

    /** What an option was given as. */
    public String option(String name) {
        return intake.options().getOrDefault(name, "");
    }

    private static @Nullable Mapping mapping(MultiValueMap<String, String> form) {
        List<String> theirs = Objects.requireNonNullElse(form.get("theirs"), List.of());
        List<String> ours = Objects.requireNonNullElse(form.get("ours"), List.of());
        if (theirs.isEmpty() || theirs.size() != ours.size()) {
            return null;
        }
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < theirs.size(); i++) {
            columns.put(theirs.get(i), ours.get(i));
        }
        DateOrder dates = Stream.of(DateOrder.values())
                .filter(order -> order.name().equals(form.getFirst("dates")))
                .findFirst()
                .orElse(DateOrder.AS_WRITTEN);
        return new Mapping(columns, Map.of(), dates);
    }
}
