package io.kaimen.local.buy;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.shop.Http;
import io.kaimen.local.shop.ShopFailed;

/** The purchase by which a freshly started stack proves that it works. */
public final class SmokePurchase {

    private SmokePurchase() {}

    /**
     * Makes it and prints its timeline.
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
        } catch (Http.CallRefused | Http.Unreachable broken) {
            throw new ShopFailed(1, "The smoke purchase failed. " + broken.getMessage());
        }
    }

    private static BuyOptions parsed() {
        try {
            return BuyOptions.parse();
        } catch (BuyOptions.Misused impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
