package io.kaimen.local.buy;

import io.kaimen.local.instance.Instance;

/** The purchase by which a freshly started stack proves that it works. */
public final class SmokePurchase {

    private SmokePurchase() {}

    /** Not written yet: {@code deploy/up} does not call it unless asked with {@code --smoke}. */
    public static void run(Instance instance) {
        throw new UnsupportedOperationException(
                "The smoke purchase against " + instance.home() + " is not written yet.");
    }
}
