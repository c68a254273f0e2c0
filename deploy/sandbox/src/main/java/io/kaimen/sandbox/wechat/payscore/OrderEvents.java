package io.kaimen.sandbox.wechat.payscore;

import io.kaimen.sandbox.wechat.payscore.order.Order;
import io.kaimen.sandbox.wechat.payscore.order.Payment.Channel;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Created;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Done;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Running;
import java.util.Optional;

/** Which changes of an order the merchant is notified of. */
final class OrderEvents {

    static final String USER_CONFIRM = "PAYSCORE.USER_CONFIRM";
    static final String USER_PAID = "PAYSCORE.USER_PAID";

    private OrderEvents() {}

    /** The event type of a change; empty when the merchant is not told, or told it himself. */
    static Optional<String> between(Order before, Order after) {
        if (before.stage() instanceof Created && after.stage() instanceof Running) {
            return Optional.of(USER_CONFIRM);
        }
        boolean collected =
                !before.stage().ended()
                        && after.stage() instanceof Done done
                        && done.payment() != null
                        && done.payment().channel() == Channel.NEWTON;
        return collected ? Optional.of(USER_PAID) : Optional.empty();
    }
}
