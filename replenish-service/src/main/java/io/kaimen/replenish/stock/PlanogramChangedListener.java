package io.kaimen.replenish.stock;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.PlanogramChanged;
import io.kaimen.service.messaging.MessageHandler;
import org.springframework.stereotype.Component;

@Component
class PlanogramChangedListener implements MessageHandler<PlanogramChanged> {

    private final TakePlanogram takePlanogram;

    PlanogramChangedListener(TakePlanogram takePlanogram) {
        this.takePlanogram = takePlanogram;
    }

    @Override
    public Topic topic() {
        return Topic.PLANOGRAM_CHANGED;
    }

    @Override
    public void handle(Envelope<PlanogramChanged> message) {
        takePlanogram.take(message.payload());
    }
}
