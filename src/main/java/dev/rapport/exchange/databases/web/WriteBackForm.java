package dev.rapport.exchange.databases.web;

import dev.rapport.exchange.databases.SaveTransfer;
import dev.rapport.exchange.databases.Schedule;
import dev.rapport.exchange.databases.Transfer;
import dev.rapport.exchange.databases.WriteBack;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;

/** What was filled in of a write-back: {@code into-<field>} is a column or empty, {@code keys} are columns. */
public record WriteBackForm(String name, WriteBack plan, Schedule schedule) {

    static WriteBackForm empty(String kind, String table, ZoneId zone) {
        return new WriteBackForm(
                "", new WriteBack(kind, table, Map.of(), List.of()), new Schedule(Schedule.Every.DAY, 4, zone));
    }

    static WriteBackForm of(Transfer transfer, WriteBack plan) {
        return new WriteBackForm(transfer.name(), plan, transfer.schedule());
    }

    static WriteBackForm read(MultiValueMap<String, String> form, List<String> fields, ZoneId zone) {
        Map<String, String> single = form.toSingleValueMap();
        Map<String, String> columns = new LinkedHashMap<>();
        for (String field : fields) {
            String column = single.getOrDefault("into-" + field, "");
            if (!column.isEmpty()) {
                columns.put(field, column);
            }
        }
        List<String> keys = Objects.requireNonNullElse(form.get("key"), List.<String>of()).stream()
                .map(field -> columns.getOrDefault(field, ""))
                .filter(column -> !column.isEmpty())
                .toList();
        WriteBack plan =
                new WriteBack(single.getOrDefault("kind", ""), single.getOrDefault("table", ""), columns, keys);
        Schedule schedule = ScheduleForm.read(single.getOrDefault("every", ""), single.getOrDefault("hour", ""), zone);
        return new WriteBackForm(single.getOrDefault("name", ""), plan, schedule);
    }

    SaveTransfer command() {
        return new SaveTransfer(name, plan, schedule);
    }

    /** Whether a field goes into a column: chosen, or by its name when nothing was chosen yet. */
    public boolean isInto(String field, String column) {
        return plan.columns().isEmpty()
                ? field.equalsIgnoreCase(column)
                : column.equals(plan.columns().get(field));
    }

    public boolean isKey(String field) {
        String column = plan.columns().get(field);
        return column != null && plan.keys().contains(column);
    }
}
