package io.kaimen.device.weights;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.comm.WeightsReported;
import io.kaimen.contracts.comm.WeightsReported.Sample;
import io.kaimen.device.session.SettleBasket;
import io.kaimen.device.shadow.LatestReadings;
import io.kaimen.device.shadow.LatestReadings.Reading;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.Readings;
import io.kaimen.device.shadow.Shadows;
import io.kaimen.device.shadow.StableWeight;
import io.kaimen.device.weights.WeightMapper.WeightRow;
import io.kaimen.service.messaging.MessageHandler;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stores weights in batches, keeps the stable ones in the shadow and an open door's last ones for
 * whoever watches, and offers them to sessions that wait for them. Idempotent by itself, so no
 * event id is recorded: these are most of all messages.
 */
@Component
class WeightsReportedHandler implements MessageHandler<WeightsReported> {

    private static final Logger log = LoggerFactory.getLogger(WeightsReportedHandler.class);
    private static final int BOOT_ID_LENGTH = 64;
    private static final int ROWS_A_STATEMENT = 500;

    private final WeightMapper mapper;
    private final Shadows shadows;
    private final LatestReadings latest;
    private final SettleBasket settleBasket;

    WeightsReportedHandler(
            WeightMapper mapper,
            Shadows shadows,
            LatestReadings latest,
            SettleBasket settleBasket) {
        this.mapper = mapper;
        this.shadows = shadows;
        this.latest = latest;
        this.settleBasket = settleBasket;
    }

    @Override
    public Topic topic() {
        return Topic.WEIGHTS_REPORTED;
    }

    @Override
    public boolean remembered() {
        return false;
    }

    @Override
    public void handle(Envelope<WeightsReported> message) {
        String sn = message.payload().sn();
        List<Sample> samples =
                message.payload().samples().stream()
                        .filter(s -> s.origin().bootId().length() <= BOOT_ID_LENGTH)
                        .toList();
        store(samples.stream().flatMap(sample -> rows(sn, sample)).toList());
        Set<String> waiting = new LinkedHashSet<>();
        Map<Integer, Reading> watched = new HashMap<>();
        for (Sample sample : samples) {
            Moment at = Moment.of(sample.origin());
            List<StableWeight> stable = Readings.stable(sample.readings(), at);
            Optional<String> order =
                    shadows.observe(sn, at, sample.door(), sample.doorPosition(), stable);
            order.ifPresent(waiting::add);
            if (sample.doorPosition() == DoorPosition.OPEN || order.isPresent()) {
                watched.put(sample.door(), new Reading(at, sample.readings()));
            }
        }
        waiting.forEach(this::offer);
        watched.forEach((door, reading) -> keep(sn, door, reading));
    }

    /** For whoever watches; nothing that counts waits for it. */
    private void keep(String sn, int door, Reading reading) {
        try {
            latest.keep(sn, door, reading);
        } catch (RuntimeException e) {
            log.warn("what {} shows at door {} is not kept: {}", sn, door, e.toString());
        }
    }

    private void store(List<WeightRow> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            mapper.insertAll(rows.subList(from, Math.min(from + ROWS_A_STATEMENT, rows.size())));
        }
    }

    private static Stream<WeightRow> rows(String sn, Sample sample) {
        return sample.readings().stream()
                .filter(reading -> Readings.isWeight(reading.grams()))
                .map(reading ->
                        new WeightRow(
                                sn,
                                reading.lane(),
                                sample.origin().receivedAt(),
                                sample.origin().uptimeMillis(),
                                sample.origin().bootId(),
                                sample.door(),
                                sample.doorPosition(),
                                reading.grams(),
                                reading.stable()));
    }

    /** The weights are safe already; an order that cannot be settled now is tried again anyway. */
    private void offer(String orderNo) {
        try {
            settleBasket.attempt(orderNo);
        } catch (RuntimeException e) {
            log.warn("could not settle {} now", orderNo, e);
        }
    }
}
