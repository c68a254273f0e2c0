package io.kaimen.device.weights;

import com.xxl.job.core.handler.annotation.XxlJob;
import io.kaimen.device.DeviceProperties;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the weights of the days to come partitions of their own, and drops those of days long gone.
 * Days are UTC. Runs at the start too, so that a new installation has its partitions.
 */
@Component
class KeepWeightPartitions implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(KeepWeightPartitions.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'p'yyyyMMdd");
    private static final int DAYS_AHEAD = 3;

    private final WeightMapper mapper;
    private final TransactionTemplate transaction;
    private final DeviceProperties properties;
    private final Clock clock;

    KeepWeightPartitions(
            WeightMapper mapper,
            TransactionTemplate transaction,
            DeviceProperties properties,
            Clock clock) {
        this.mapper = mapper;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        keep();
    }

    /** The scheduled round; one instance at a time. */
    @XxlJob("keepWeightPartitions")
    public void keep() {
        // A transaction for its one connection, which the database's lock belongs to.
        transaction.executeWithoutResult(status -> {
            if (mapper.lockPartitions()) {
                try {
                    keepLocked();
                } finally {
                    mapper.unlockPartitions();
                }
            }
        });
    }

    private void keepLocked() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<String> there = mapper.partitions();
        String last = there.stream().filter(p -> !p.equals("pmax")).reduce("", (a, b) -> b);
        for (LocalDate day = today;
                !day.isAfter(today.plusDays(DAYS_AHEAD));
                day = day.plusDays(1)) {
            // Days can only be added at the end, in order.
            if (NAME.format(day).compareTo(last) > 0) {
                mapper.addPartition(NAME.format(day), day.plusDays(1).toString());
            }
        }
        String oldest = NAME.format(today.minusDays(properties.weights().retentionDays()));
        for (String partition : there) {
            if (!partition.equals("pmax") && partition.compareTo(oldest) < 0) {
                log.info("dropping weights of {}", partition);
                mapper.dropPartition(partition);
            }
        }
    }
}
