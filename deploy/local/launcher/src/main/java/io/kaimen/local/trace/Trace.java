package io.kaimen.local.trace;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.shop.Http;
import io.kaimen.local.shop.Operator;
import io.kaimen.local.shop.ShopFailed;
import java.nio.file.Path;
import java.util.List;

/** {@code deploy/trace}: one order's story, told by a running stack. */
public final class Trace {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int INCOMPLETE = 3;
    private static final int NOT_RUNNING = 4;

    private Trace() {}

    /** Ends with the codes that {@link TraceOptions#USAGE} lists. */
    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(TraceOptions.USAGE);
            return;
        }
        System.exit(run(arguments));
    }

    private static int run(String... arguments) throws InterruptedException {
        try {
            return tell(TraceOptions.parse(arguments));
        } catch (TraceOptions.Misused misused) {
            System.err.println(misused.getMessage() + "\n\n" + TraceOptions.USAGE);
            return MISUSED;
        } catch (ShopFailed failed) {
            System.err.println(failed.getMessage());
            return failed.exitCode();
        } catch (Http.CallRefused refused) {
            System.err.println(refused.getMessage());
            return refused.mayPass() ? NOT_RUNNING : FAILED;
        } catch (Http.Unreachable unreachable) {
            System.err.println(unreachable.getMessage() + " deploy/up starts the stack.");
            return NOT_RUNNING;
        }
    }

    private static int tell(TraceOptions wanted) throws InterruptedException {
        var answer =
                Operator.withKeyOf(instance(wanted))
                        .trace(wanted.orderNo())
                        .orElseThrow(() ->
                                new ShopFailed(
                                        FAILED, "There is no order " + wanted.orderNo() + "."));
        var trace = OrderTrace.read(answer);
        System.out.println(wanted.json() ? answer : TracePage.of(trace));
        return trace.missing().isEmpty() ? 0 : INCOMPLETE;
    }

    private static Instance instance(TraceOptions wanted) {
        // The script says where the checkout is.
        var root = Path.of(System.getProperty("kaimen.root", "")).toAbsolutePath();
        var home = wanted.home() == null ? root.resolve("deploy/run") : wanted.home();
        try {
            return Instance.existing(root, home);
        } catch (IllegalStateException noneThere) {
            throw new ShopFailed(NOT_RUNNING, String.valueOf(noneThere.getMessage()));
        }
    }
}
