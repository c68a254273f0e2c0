package io.kaimen.comm.uplink;

import io.kaimen.comm.uplink.Payloads.Weights;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.WeightsReported;
import io.kaimen.contracts.comm.WeightsReported.Sample;
import io.kaimen.service.messaging.MessageSender;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** The readings behind one door → WEIGHTS_REPORTED. */
@Component
class WeightsHandler implements UplinkHandler {

    private final MessageSender sender;

    WeightsHandler(MessageSender sender) {
        this.sender = sender;
    }

    @Override
    public String kind() {
        return "weights";
    }

    @Override
    public CompletableFuture<Void> handle(Received message) {
        Weights weights = Payloads.read(message.payload(), Weights.class);
        var sample =
                new Sample(
                        message.origin(weights.boot(), 0, weights.up()),
                        weights.door(),
                        weights.position(),
                        Payloads.readings(weights.lanes()));
        return sender.send(
                Topic.WEIGHTS_REPORTED,
                message.sn(),
                message.sn()
                        + ":"
                        + weights.boot()
                        + ":weights:"
                        + weights.door()
                        + ":"
                        + weights.up(),
                new WeightsReported(message.sn(), List.of(sample)));
    }
}
