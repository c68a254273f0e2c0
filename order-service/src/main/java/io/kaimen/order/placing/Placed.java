package io.kaimen.order.placing;

import io.kaimen.order.sale.Order;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a tap on "open". */
sealed interface Placed {

    /**
     * The shopper's order, new or running already.
     *
     * @param authorisation parameters of the platform's page; null when the order needs no
     *     confirmation any more
     * @param created whether this tap made it
     */
    record Accepted(Order order, @Nullable Map<String, String> authorisation, boolean created)
            implements Placed {}

    /**
     * No order now.
     *
     * @param words the platform's own for the shopper; null for ours
     */
    record Refused(Refusal why, @Nullable String words) implements Placed {

        Refused(Refusal why) {
            this(why, null);
        }
    }
}
