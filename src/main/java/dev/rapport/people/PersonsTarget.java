package dev.rapport.people;

import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.exchange.spi.ImportOutcome.Refusal;
import dev.rapport.exchange.spi.ImportTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Imports the customers of another system: known again by its numbers, changed where the line changed, never doubled. */
@Component
class PersonsTarget implements ImportTarget {

    private final PersonRows rows;
    private final ErasedPersons erased;

    PersonsTarget(PersonRows rows, ErasedPersons erased) {
        this.rows = rows;
        this.erased = erased;
    }

    @Override
    public String kind() {
        return "persons";
    }

    @Override
    public List<ImportField> fields() {
        return PersonFields.ALL;
    }

    @Override
    public List<ImportField> options() {
        return List.of(new ImportField(
                "source", true, "The system the file comes from, for example crm; its numbers are told apart by it."));
    }

    @Override
    public Map<String, String> prepare(Map<String, String> options) {
        String source = options.getOrDefault("source", "").strip();
        if (source.isEmpty()) {
            throw new IllegalArgumentException(
                    "Say which system the persons come from, for example --source crm. Use the same name next time.");
        }
        Map<String, String> prepared = new HashMap<>(options);
        prepared.put("source", source);
        return prepared;
    }

    /** Two lines of one number are one person, as the later line has them; whoever was erased stays out. */
    @Override
    public ImportOutcome take(Map<String, String> options, List<ImportLine> lines) {
        List<Refusal> refused = new ArrayList<>();
        Map<String, PersonLine> byNumber = LinkedHashMap.newLinkedHashMap(lines.size());
        Map<String, Long> lineOf = HashMap.newHashMap(lines.size());
        int again = 0;
        for (ImportLine line : lines) {
            try {
                PersonLine person = PersonFields.read(line.values());
                again += byNumber.put(person.number(), person) == null ? 0 : 1;
                lineOf.put(person.number(), line.number());
            } catch (IllegalArgumentException unclear) {
                refused.add(new Refusal(line.number(), String.valueOf(unclear.getMessage())));
            }
        }
        String source = options.getOrDefault("source", "");
        erased.among(source, byNumber.values()).forEach((number, at) -> {
            byNumber.remove(number);
            refused.add(Refusal.erased(lineOf.getOrDefault(number, 0L), at));
        });
        PersonRows.Outcome outcome = rows.enter(source, List.copyOf(byNumber.values()));
        outcome.taken()
                .forEach(number -> refused.add(new Refusal(
                        lineOf.getOrDefault(number, 0L),
                        "The number " + number + " belongs to a customer organisation of this source.")));
        return new ImportOutcome(outcome.added(), outcome.changed(), outcome.repeated() + again, refused);
    }
}
