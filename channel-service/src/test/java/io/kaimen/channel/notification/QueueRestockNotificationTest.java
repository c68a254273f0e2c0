package io.kaimen.channel.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.replenish.RestockTaskOpened;
import io.kaimen.contracts.replenish.RestockTaskOpened.Shortage;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueRestockNotificationTest {

    private static final Shortage COLA = new Shortage(1, "COLA", "可口可乐 330ml", 2, 10);

    @Test
    void saysWhichLanesNeedWhat() {
        assertThat(text(List.of(COLA, new Shortage(3, "TEA", "乌龙茶 500ml", 0, 8))))
                .isEqualTo(
                        "【补货】货柜 CAB-1 需要补货（任务 R1）："
                                + "1 道 可口可乐 330ml 剩 2，应有 10；3 道 乌龙茶 500ml 剩 0，应有 8");
    }

    @Test
    void endsAVeryLongOneWithinItsColumn() {
        assertThat(text(Collections.nCopies(200, COLA))).hasSize(2000).endsWith("…");
    }

    private static String text(List<Shortage> shortages) {
        return QueueRestockNotification.text(
                new RestockTaskOpened("R1", "CAB-1", "WH-1", shortages, Instant.EPOCH));
    }
}
