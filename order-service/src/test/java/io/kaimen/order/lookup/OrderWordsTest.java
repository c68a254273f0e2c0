package io.kaimen.order.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.order.sale.CancelCause;
import io.kaimen.order.sale.OrderStatus;
import io.kaimen.order.sale.PaymentStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderWordsTest {

    private static final Set<String> CATALOGUE =
            ResourceBundle.getBundle("words", Locale.ROOT).keySet();

    @Test
    void thereAreWordsForEveryCombinationOfStates() {
        assertThat(CATALOGUE).containsAll(allKeys());
    }

    @Test
    void noWordsAreLeftOver() {
        Set<String> unused = new HashSet<>(CATALOGUE);
        unused.removeIf(key -> !key.startsWith("order."));
        unused.removeAll(allKeys());

        assertThat(unused).isEmpty();
    }

    @Test
    void aCancelledOrderSaysWhy() {
        assertThat(
                        OrderWords.key(
                                OrderStatus.CANCELLED,
                                PaymentStatus.UNPAID,
                                CancelCause.DOOR_NEVER_OPENED,
                                false))
                .isEqualTo("order.cancelled.door-never-opened");
    }

    private static Set<String> allKeys() {
        Set<String> keys = new HashSet<>();
        List<@Nullable CancelCause> causes = new ArrayList<>(Arrays.asList(CancelCause.values()));
        causes.add(null);
        for (OrderStatus status : OrderStatus.values()) {
            for (PaymentStatus payment : PaymentStatus.values()) {
                for (CancelCause cause : causes) {
                    keys.add(OrderWords.key(status, payment, cause, true));
                    keys.add(OrderWords.key(status, payment, cause, false));
                }
            }
        }
        return keys;
    }
}
