package io.kaimen.order.trace;

import io.kaimen.contracts.trace.TracedLane;
import io.kaimen.contracts.trace.TracedLane.Point;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The flight recorder of orders, for operators. */
@RestController
@RequestMapping("/admin/orders/{orderNo}/trace")
class TraceController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final TraceOrder traceOrder;

    TraceController(TraceOrder traceOrder) {
        this.traceOrder = traceOrder;
    }

    /** One timeline across all services, the cabinet and the platform, with the lanes' curves. */
    @GetMapping
    OrderTrace trace(@PathVariable String orderNo) {
        return traceOrder.of(orderNo);
    }

    /** The curves as a table to download: at (UTC), lane, grams, stable. */
    @GetMapping("/weights.csv")
    ResponseEntity<byte[]> weights(@PathVariable String orderNo) {
        String csv =
                traceOrder.weights(orderNo).stream()
                        .flatMap(lane -> rows(lane).stream())
                        .collect(Collectors.joining("", "at,lane,grams,stable\r\n", ""));
        var attachment =
                ContentDisposition.attachment().filename("weights-" + orderNo + ".csv").build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> rows(TracedLane lane) {
        return lane.curve().stream().map(point -> row(lane.lane(), point)).toList();
    }

    private static String row(int lane, Point point) {
        return point.at() + "," + lane + "," + point.grams() + "," + point.stable() + "\r\n";
    }
}
