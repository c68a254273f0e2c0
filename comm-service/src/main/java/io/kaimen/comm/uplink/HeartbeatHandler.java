package io.kaimen.comm.uplink;

import io.kaimen.comm.downlink.DownMessages;
import io.kaimen.comm.uplink.Payloads.Heartbeat;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.WeightsReported;
import io.kaimen.contracts.comm.WeightsReported.Sample;
import io.kaimen.service.messaging.MessageSender;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * That a cabinet lives → Redis; the weights that ride along → WEIGHTS_REPORTED; and the server's
 * time back to the cabinet. Only the weights are waited for: one heartbeat lost with Redis is made
 * up for by the next, and must not cost the cabinet its connection.
 */
@Component
class HeartbeatHandler implements UplinkHandler {

    private final MessageSender sender;
    private final HeartbeatBatches batches;
    private final DownMessages down;

    HeartbeatHandler(MessageSender sender, HeartbeatBatches batches, DownMessages down) {
        this.sender = sender;
        this.batches = batches;
        this.down = down;
    }

    @Override
    public String kind() {
        return "heartbeat";
    }

    @Override
    public CompletableFuture<Void> handle(Received message) {
        Heartbeat heartbeat = Payloads.read(message.payload(), Heartbeat.class);
        batches.add(message.sn(), message.at());
        down.tellTime(message.session(), message.at(), heartbeat.up());
        List<Sample> samples = samples(message, heartbeat);
        return samples.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : sender.send(
                        Topic.WEIGHTS_REPORTED,
                        message.sn(),
                        message.sn() + ":" + heartbeat.boot() + ":heartbeat:" + heartbeat.up(),
                        new WeightsReported(message.sn(), samples));
    }

    private static List<Sample> samples(Received message, Heartbeat heartbeat) {
        if (heartbeat.doors() == null) {
            return List.of();
        }
        return heartbeat.doors().stream()
                .filter(door -> !door.lanes().isEmpty())
                .map(door ->
                        new Sample(
                                message.origin(heartbeat.boot(), 0, heartbeat.up()),
                                door.door(),
                                door.position(),
                                Payloads.readings(door.lanes())))
                .toList();
    }
}
