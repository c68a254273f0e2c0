package io.kaimen.local.supervise;

import java.time.Clock;
import java.time.Duration;

/** Starts a component again whenever it dies, as production would, until it has died too often. */
final class Revival {

    private static final Duration AFTER = Duration.ofSeconds(1);

    private final Component component;
    private final Processes processes;
    private final Progress progress;
    private final Clock clock;
    private final Deaths deaths = new Deaths();

    Revival(Component component, Processes processes, Progress progress, Clock clock) {
        this.component = component;
        this.processes = processes;
        this.progress = progress;
        this.clock = clock;
    }

    /** Returns when the stack is stopped or the component is given up. */
    void keepAlive() {
        try {
            var process = processes.latest(component);
            while (process.isPresent()) {
                var code = process.get().awaitEnd();
                if (processes.isClosed() || !isWorthIt(code) || processes.isClosedWithin(AFTER)) {
                    return;
                }
                startAgain();
                process = processes.latest(component);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWorthIt(int exitCode) {
        var log = processes.log(component).path();
        if (deaths.another(clock.instant())) {
            progress.say(
                    component.name(),
                    "died (exit code " + exitCode + "), starting it again; see " + log);
            return true;
        }
        progress.say(
                component.name(),
                "died " + Deaths.TOO_MANY + " times within a minute and stays down; see " + log);
        return false;
    }

    private void startAgain() throws InterruptedException {
        try {
            processes.start(component);
        } catch (ComponentFailed failed) {
            progress.say(component.name(), failed.reason());
            // It may live and still be of no use; ended, it counts as dead once more.
            processes.stop(component);
        }
    }
}
