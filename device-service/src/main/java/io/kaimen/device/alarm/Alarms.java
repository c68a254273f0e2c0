package io.kaimen.device.alarm;

import io.kaimen.device.AfterCommit;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Raises alarms: a row to list, a log line that starts with ALERT, and a counter by kind. */
@Component
public class Alarms {

    private static final Logger log = LoggerFactory.getLogger(Alarms.class);
    private static final int KEY_LENGTH = 160;
    private static final int DETAIL_LENGTH = 300;

    private final AlarmMapper mapper;
    private final AfterCommit afterCommit;
    private final MeterRegistry metrics;
    private final Clock clock;

    Alarms(AlarmMapper mapper, AfterCommit afterCommit, MeterRegistry metrics, Clock clock) {
        this.mapper = mapper;
        this.afterCommit = afterCommit;
        this.metrics = metrics;
        this.clock = clock;
        for (Alarm.Kind kind : Alarm.Kind.values()) {
            count(kind, 0);
        }
    }

    /**
     * Raises an alarm, if the caller's transaction commits.
     *
     * @param occasion what makes it one alarm: raised again for the same, nothing happens
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise(
            Alarm.Kind kind,
            String occasion,
            String sn,
            int door,
            @Nullable String orderNo,
            String detail) {
        var alarm =
                new Alarm(
                        kind, sn, door, orderNo, shortened(detail, DETAIL_LENGTH), clock.instant());
        if (mapper.insert(shortened(kind + ":" + occasion, KEY_LENGTH), alarm) == 1) {
            afterCommit.run("alarm " + kind, () -> tell(alarm));
        }
    }

    private void tell(Alarm alarm) {
        log.warn(
                "ALERT {} at {} door {} of {}: {}",
                alarm.kind(),
                alarm.sn(),
                alarm.door(),
                alarm.orderNo() == null ? "no order" : alarm.orderNo(),
                alarm.detail());
        count(alarm.kind(), 1);
    }

    private void count(Alarm.Kind kind, int raised) {
        metrics.counter("kaimen.alarms", "kind", kind.name()).increment(raised);
    }

    /** All alarms of an order, oldest first. */
    public List<Alarm> ofOrder(String orderNo) {
        return mapper.ofOrder(orderNo);
    }

    private static String shortened(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
