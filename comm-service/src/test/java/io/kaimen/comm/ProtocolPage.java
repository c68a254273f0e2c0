package io.kaimen.comm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The samples of docs/cabinet-protocol.md: what is printed there must be true. */
public final class ProtocolPage {

    private static final Pattern SAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern STEP = Pattern.compile("\\| ([→←]) (\\w+) \\| `(\\{.*?\\})`");

    private ProtocolPage() {}

    /** A message of the worked purchase. */
    public record Step(boolean up, String kind, String json) {}

    /** The JSON samples under a heading of the third level. */
    public static List<String> samples(String heading) {
        String text = text();
        int from = text.indexOf("\n### " + heading + "\n");
        if (from < 0) {
            throw new AssertionError("no heading " + heading);
        }
        int until = text.indexOf("\n##", from + 1);
        List<String> samples =
                SAMPLE.matcher(text.substring(from, until))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        if (samples.isEmpty()) {
            throw new AssertionError("no sample under " + heading);
        }
        return samples;
    }

    /** The messages of the worked purchase, in order. */
    public static List<Step> purchase() {
        List<Step> steps = new ArrayList<>();
        for (MatchResult match : STEP.matcher(text()).results().toList()) {
            steps.add(new Step(match.group(1).equals("→"), match.group(2), match.group(3)));
        }
        return steps;
    }

    private static String text() {
        try {
            return Files.readString(Path.of("..", "docs", "cabinet-protocol.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
