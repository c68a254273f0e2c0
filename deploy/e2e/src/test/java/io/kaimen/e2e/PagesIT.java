package io.kaimen.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kaimen.e2e.Script.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The stories of {@code deploy/web/browser}: people at the pages in a real browser, on a phone and
 * at a desk. Their pictures and report are kept in {@code deploy/e2e/target/stories}.
 */
class PagesIT {

    /**
     * With this word in {@code KAIMEN_STORIES} a machine without a browser fails instead of leaving
     * them out.
     */
    private static final String REQUIRED = "required";

    private static final Duration LIMIT = Duration.ofMinutes(9);
    private static final Path WEB = Script.ROOT.resolve("deploy/web");
    private static final Path RESULTS = Script.ROOT.resolve("deploy/e2e/target/stories");
    private static final Path CHROMIUM =
            Path.of(System.getenv().getOrDefault("KAIMEN_CHROMIUM", "/usr/bin/chromium"));

    @AfterAll
    static void everythingFits() {
        Stack.get().assertEverythingFits();
    }

    @Test
    void peopleBuyByClicking() {
        Stack stack = Stack.get();
        boolean possible =
                Files.isExecutable(CHROMIUM)
                        && Files.exists(WEB.resolve("dist/start/index.html"))
                        && Files.exists(WEB.resolve("node_modules/@playwright/test"));
        assumeTrue(
                possible || REQUIRED.equals(System.getenv("KAIMEN_STORIES")),
                "The stories need Node.js, npm and a Chromium: deploy/web/install-chromium");
        Result stories =
                Script.runIn(
                        WEB.resolve("browser"),
                        LIMIT,
                        List.of("npm", "run", "stories"),
                        Map.of(
                                "KAIMEN_EDGE",
                                stack.edgeUrl(),
                                "KAIMEN_OPERATOR",
                                "admin:" + stack.secret("administrator"),
                                "KAIMEN_STORIES_RESULTS",
                                RESULTS.toString()));
        assertThat(stories.exitCode()).as(stories.out() + stories.err()).isZero();
        assertThat(stories.out()).contains("passed");
    }
}
