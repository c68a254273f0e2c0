package io.kaimen.local.buy;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.shop.Http;
import io.kaimen.local.shop.Operator;
import io.kaimen.local.shop.Provision;
import io.kaimen.local.shop.ShopFailed;
import io.kaimen.local.shop.VirtualCabinets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code deploy/buy}: one purchase against a running stack. */
public final class Buy {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int NOTHING_DUE = 3;
    private static final int NOT_RUNNING = 4;

    private Buy() {}

    /** Ends with the codes that {@link BuyOptions#USAGE} lists. */
    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(BuyOptions.USAGE);
            return;
        }
        System.exit(run(arguments));
    }

    private static int run(String... arguments) throws InterruptedException {
        try {
            return buy(BuyOptions.parse(arguments));
        } catch (BuyOptions.Misused misused) {
            System.err.println(misused.getMessage() + "\n\n" + BuyOptions.USAGE);
            return MISUSED;
        } catch (ShopFailed failed) {
            System.err.println(failed.getMessage());
            return failed.exitCode();
        } catch (Http.Unreachable unreachable) {
            System.err.println(unreachable.getMessage() + " deploy/up starts the stack.");
            return NOT_RUNNING;
        }
    }

    private static int buy(BuyOptions wanted) throws InterruptedException {
        var instance = instance(wanted);
        try {
            var made = make(instance, wanted, System.err::println);
            System.out.println(
                    wanted.json()
                            ? Http.JSON.writeValueAsString(made.result())
                            : "\n" + Timeline.of(made.result(), made.scannedAt(), made.events()));
            return exitCode(made.result());
        } catch (Http.CallRefused refused) {
            if (wanted.json()) {
                System.out.println(Http.JSON.writeValueAsString(failure(wanted, refused)));
            }
            System.err.println(refused.getMessage());
            return refused.mayPass() ? NOT_RUNNING : FAILED;
        }
    }

    private static int exitCode(PurchaseResult result) {
        if (result.ok()) {
            return 0;
        }
        return result.nothingDue() ? NOTHING_DUE : FAILED;
    }

    /**
     * One purchase, with all that has to be there first.
     *
     * @param say takes lines about what was set up
     */
    static Purchase.Made make(Instance instance, BuyOptions wanted, Consumer<String> say)
            throws InterruptedException {
        var operator = Operator.logIn(instance);
        var cabinets = new VirtualCabinets(instance);
        var takes =
                new Provision(instance, operator, cabinets, say)
                        .ready(wanted.sn(), wanted.door(), wanted.takes());
        return new Purchase(instance, wanted, operator, cabinets, Clock.systemUTC()).make(takes);
    }

    private static Instance instance(BuyOptions wanted) {
        // The script says where the checkout is.
        var root = Path.of(System.getProperty("kaimen.root", "")).toAbsolutePath();
        var home = wanted.home() == null ? root.resolve("deploy/run") : wanted.home();
        try {
            return Instance.existing(root, home);
        } catch (IllegalStateException noneThere) {
            throw new ShopFailed(NOT_RUNNING, String.valueOf(noneThere.getMessage()));
        }
    }

    private static Map<String, Object> failure(BuyOptions wanted, Http.CallRefused refused) {
        return Map.of(
                "cabinet", wanted.sn(),
                "door", wanted.door(),
                "shopper", wanted.shopper(),
                "ok", false,
                "error",
                        Map.of(
                                "status", refused.status(),
                                "code", refused.code(),
                                "message", String.valueOf(refused.getMessage())));
    }
}
