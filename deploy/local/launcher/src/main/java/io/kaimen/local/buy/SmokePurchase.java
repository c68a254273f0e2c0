package io.kaimen.local.buy;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.shop.Http;
import io.kaimen.local.shop.ShopFailed;

/** The purchase by which a freshly started stack proves that it works. */
public final class SmokePurchase {

    private static final int CONFLICT = 409;

    private SmokePurchase() {}

    /**
     * Makes it and prints its timeline. A door that somebody left open when the stack was stopped
     * is no fault of the stack: then there is none, and it says so.
     *
     * @throws ShopFailed when it did not end SETTLED and PAID
     */
    public static void run(Instance instance) throws InterruptedException {
        var wanted = parsed();
        try {
            var made = Buy.make(instance, wanted, System.out::println);
            System.out.println("\n" + Timeline.of(made.result(), made.scannedAt(), made.events()));
            if (!made.result().ok()) {
                throw new ShopFailed(1, "The smoke purchase did not end SETTLED and PAID.");
            }
        } catch (Http.CallRefused refused) {
            if (refused.status() != CONFLICT) {
                throw failed(refused);
            }
            System.out.println(
                    "\nNo purchase was made: something of an earlier run is still under way. "
                            + refused.getMessage());
        } catch (Http.Unreachable away) {
            throw failed(away);
        }
    }

    private static ShopFailed failed(RuntimeException cause) {
        return new ShopFailed(1, "The smoke purchase failed. " + cause.getMessage());
    }

    private static BuyOptions parsed() {
        try {
            return BuyOptions.parse();
        } catch (BuyOptions.Misused impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
