package io.kaimen.comm.uplink;

import io.kaimen.comm.uplink.Payloads.Report;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetReported;
import io.kaimen.contracts.comm.CabinetReported.ReportedDoor;
import io.kaimen.service.messaging.MessageSender;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** What a cabinet says of itself → CABINET_REPORTED. */
@Component
class ReportHandler implements UplinkHandler {

    private final MessageSender sender;

    ReportHandler(MessageSender sender) {
        this.sender = sender;
    }

    @Override
    public String kind() {
        return "report";
    }

    @Override
    public CompletableFuture<Void> handle(Received message) {
        Report report = Payloads.read(message.payload(), Report.class);
        return sender.send(
                Topic.CABINET_REPORTED,
                message.sn(),
                message.sn() + ":" + report.boot() + ":report:" + report.up(),
                new CabinetReported(
                        message.sn(),
                        message.origin(report.boot(), 0, report.up()),
                        report.firmware(),
                        report.doors().stream()
                                .map(door ->
                                        new ReportedDoor(
                                                door.door(),
                                                door.position(),
                                                Payloads.readings(door.lanes())))
                                .toList()));
    }
}
