package io.kaimen.local.check;

import io.kaimen.local.check.rule.Finding;
import java.util.List;

/**
 * What the last look found; as JSON the answer of {@code deploy/check --json}.
 *
 * @param holds whether every rule holds
 * @param looks how often was looked
 * @param afterMs from the first look to the end of the last
 * @param rules each with its verdict
 */
public record Verdict(boolean holds, int looks, long afterMs, List<Ruling> rules) {

    private static final int EXAMPLES = 10;

    /** How a rule fares. */
    public enum State {
        HOLDS,
        /** What does not fit is so young that it may still come right. */
        RUNNING,
        VIOLATED
    }

    /**
     * One rule's verdict.
     *
     * @param rule its name
     * @param says what must hold
     * @param violations how many things do not fit
     * @param running how many may still come right
     * @param examples of the violations, else of what is running
     */
    public record Ruling(
            String rule,
            String says,
            State state,
            int violations,
            int running,
            List<Finding> examples) {

        static Ruling of(String rule, String says, List<Finding> findings) {
            var wrong = findings.stream().filter(finding -> !finding.running()).toList();
            int running = findings.size() - wrong.size();
            var state =
                    wrong.isEmpty() ? running == 0 ? State.HOLDS : State.RUNNING : State.VIOLATED;
            var examples = state == State.VIOLATED ? wrong : findings;
            return new Ruling(
                    rule,
                    says,
                    state,
                    wrong.size(),
                    running,
                    examples.stream().limit(EXAMPLES).toList());
        }
    }

    static Verdict of(int looks, long afterMs, List<Ruling> rules) {
        boolean holds = rules.stream().noneMatch(rule -> rule.state() == State.VIOLATED);
        return new Verdict(holds, looks, afterMs, rules);
    }

    /** Whether nothing is running either, so that another look would find the same. */
    boolean atRest() {
        return rules.stream().allMatch(rule -> rule.state() == State.HOLDS);
    }

    /** For people: a line for each rule, and below it what does not fit. */
    public String text() {
        var text = new StringBuilder();
        for (var ruling : rules) {
            text.append("%-9s %-20s %s%n".formatted(word(ruling), ruling.rule(), ruling.says()));
            for (var example : ruling.examples()) {
                text.append(
                        "            %s %s: %s%n"
                                .formatted(example.where(), example.key(), example.what()));
            }
            int more =
                    (ruling.state() == State.VIOLATED ? ruling.violations() : ruling.running())
                            - ruling.examples().size();
            if (more > 0) {
                text.append("            … and %d more%n".formatted(more));
            }
        }
        return text.append(summary()).toString();
    }

    private static String word(Ruling ruling) {
        return switch (ruling.state()) {
            case HOLDS -> "holds";
            case RUNNING -> "running";
            case VIOLATED -> "VIOLATED";
        };
    }

    private String summary() {
        long violated = rules.stream().filter(rule -> rule.state() == State.VIOLATED).count();
        return violated == 0
                ? "%nAll %d rules hold.".formatted(rules.size())
                : "%n%d of %d rules do not hold.".formatted(violated, rules.size());
    }
}
