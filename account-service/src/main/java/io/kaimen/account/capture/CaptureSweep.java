package io.kaimen.account.capture;

import com.xxl.job.core.handler.annotation.XxlJob;
import io.kaimen.account.AccountProperties;
import io.kaimen.account.settlement.Settlements;
import io.kaimen.account.settlement.Settlements.DueLook;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The authority behind the reminders: finds every settlement whose platform is to be asked. */
@Component
class CaptureSweep {

    private static final Logger log = LoggerFactory.getLogger(CaptureSweep.class);

    private final Settlements settlements;
    private final AskPlatform askPlatform;
    private final AccountProperties properties;
    private final Clock clock;

    CaptureSweep(
            Settlements settlements,
            AskPlatform askPlatform,
            AccountProperties properties,
            Clock clock) {
        this.settlements = settlements;
        this.askPlatform = askPlatform;
        this.properties = properties;
        this.clock = clock;
    }

    /** One settlement that cannot be asked about must not keep the others waiting. */
    @XxlJob("sweepCaptures")
    public void sweep() {
        List<DueLook> due = settlements.toLookAt(clock.instant(), properties.sweepBatch());
        for (DueLook look : due) {
            try {
                askPlatform.ask(look.orderNo(), look.asks() + 1);
            } catch (RuntimeException e) {
                log.error("could not look at the capture of order {}", look.orderNo(), e);
            }
        }
    }
}
