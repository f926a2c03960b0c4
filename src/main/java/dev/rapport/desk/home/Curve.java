package dev.rapport.desk.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Praise and blame day by day, as lines of a drawing {@value #HEIGHT} units high. */
public record Curve(List<Day> days) {

    static final int HEIGHT = 96;
    private static final int TOP = 10;
    private static final int APART = 15;

    /** One day's opinions. */
    public record Day(LocalDate date, int good, int bad) {}

    public boolean isEmpty() {
        return days.stream().allMatch(day -> day.good() == 0 && day.bad() == 0);
    }

    public int most() {
        return Math.max(
                1,
                days.stream()
                        .mapToInt(day -> Math.max(day.good(), day.bad()))
                        .max()
                        .orElse(1));
    }

    public Day last() {
        return days.getLast();
    }

    public int good() {
        return days.stream().mapToInt(Day::good).sum();
    }

    public int bad() {
        return days.stream().mapToInt(Day::bad).sum();
    }

    /** The line of praise in a drawing so many units wide. */
    public String goodLine(int width) {
        return line(width, Day::good);
    }

    public String badLine(int width) {
        return line(width, Day::bad);
    }

    /** Where the word at the end of the line of praise stands; never on the other one. */
    public int goodEnd() {
        int good = height(last().good());
        int bad = badEnd();
        return Math.abs(good - bad) >= APART ? good : bad >= HEIGHT / 2 ? bad - APART : bad + APART;
    }

    public int badEnd() {
        return height(last().bad());
    }

    private String line(int width, ToIntFunction<Day> value) {
        double step = days.size() < 2 ? 0 : (double) width / (days.size() - 1);
        return IntStream.range(0, days.size())
                .mapToObj(i -> String.format(Locale.ROOT, "%.1f %d", i * step, height(value.applyAsInt(days.get(i)))))
                .collect(Collectors.joining("L", "M", ""));
    }

    private int height(int value) {
        return HEIGHT - Math.round((float) value * (HEIGHT - TOP) / most());
    }
}
