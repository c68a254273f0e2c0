package io.kaimen.local.check;

import io.kaimen.local.check.source.Unreachable;
import io.kaimen.local.instance.RunningInstance;
import io.kaimen.local.instance.RunningInstance.NotRunning;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** {@code deploy/check}: whether the data of a running stack fit together. */
public final class Check {

    private static final int VIOLATED = 1;
    private static final int MISUSED = 2;
    private static final int NOT_RUNNING = 4;
    private static final int BROKEN = 5;

    private Check() {}

    /** Ends with the codes that {@link CheckOptions#USAGE} lists. */
    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(CheckOptions.USAGE);
            return;
        }
        System.exit(run(arguments));
    }

    private static int run(String... arguments) throws InterruptedException {
        try {
            return check(CheckOptions.parse(arguments));
        } catch (CheckOptions.Misused misused) {
            System.err.println(misused.getMessage() + "\n\n" + CheckOptions.USAGE);
            return MISUSED;
        } catch (NotRunning none) {
            System.err.println(none.getMessage());
            return NOT_RUNNING;
        } catch (Unreachable unreachable) {
            System.err.println(unreachable.getMessage() + " Is the stack running?");
            return NOT_RUNNING;
        } catch (RuntimeException broken) {
            // Not 1: nothing is known of the data.
            broken.printStackTrace();
            return BROKEN;
        }
    }

    private static int check(CheckOptions wanted) throws InterruptedException, NotRunning {
        var verdict =
                new Looks(RunningInstance.find(wanted.home()), Clock.systemUTC())
                        .until(wanted.settleFor());
        System.out.println(
                wanted.json()
                        ? JsonMapper.builder().build().writeValueAsString(verdict)
                        : verdict.text());
        return verdict.holds() ? 0 : VIOLATED;
    }
}
