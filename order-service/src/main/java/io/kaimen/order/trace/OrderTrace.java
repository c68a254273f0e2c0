package io.kaimen.order.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kaimen.contracts.trace.TraceMoment;
import io.kaimen.contracts.trace.TracedLane;
import io.kaimen.order.sale.DoorStatus;
import io.kaimen.order.sale.OrderStatus;
import io.kaimen.order.sale.PaymentStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one order; amounts in fen, null while not known.
 *
 * @param platform by its name in capitals, like all other names here
 * @param moments in order of time
 * @param lanes of the door; without curves when device-service is missing
 * @param missing services that did not answer: their part is not in it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record OrderTrace(
        String orderNo,
        String sn,
        int door,
        String platform,
        Instant scannedAt,
        OrderStatus orderStatus,
        DoorStatus doorStatus,
        PaymentStatus paymentStatus,
        @Nullable Long basketFen,
        @Nullable Long dueFen,
        @Nullable Long paidFen,
        List<TraceMoment> moments,
        List<TracedLane> lanes,
        Marks marks,
        List<String> missing) {}
