package io.kaimen.comm.uplink;

import io.kaimen.comm.downlink.DownMessages;
import io.kaimen.comm.uplink.Payloads.Answer;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CommandAnswered;
import io.kaimen.contracts.comm.CommandAnswered.Outcome;
import io.kaimen.service.messaging.MessageSender;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** What a cabinet makes of a command → COMMAND_ANSWERED. */
@Component
class AnswerHandler implements UplinkHandler {

    private final MessageSender sender;

    AnswerHandler(MessageSender sender) {
        this.sender = sender;
    }

    @Override
    public String kind() {
        return "answer";
    }

    @Override
    public CompletableFuture<Void> handle(Received message) {
        Answer answer = Payloads.read(message.payload(), Answer.class);
        Outcome outcome = outcomeOf(answer.outcome());
        if (DownMessages.ownCommand(answer.command())) {
            // The cadence was configured from here; nobody else knows that command.
            return CompletableFuture.completedFuture(null);
        }
        return sender.send(
                Topic.COMMAND_ANSWERED,
                message.sn(),
                String.join(
                        ":",
                        message.sn(),
                        answer.boot(),
                        "answer",
                        answer.command(),
                        answer.outcome()),
                new CommandAnswered(
                        answer.command(),
                        message.sn(),
                        message.instance(),
                        outcome,
                        message.at(),
                        answer.detail()));
    }

    private static Outcome outcomeOf(String outcome) {
        return switch (outcome) {
            case "acknowledged" -> Outcome.ACKNOWLEDGED;
            case "refused" -> Outcome.REFUSED;
            case "expired" -> Outcome.EXPIRED;
            default -> throw new InvalidPayload("outcome is unknown");
        };
    }
}
