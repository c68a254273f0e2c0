package io.kaimen.comm.downlink;

import io.kaimen.comm.CommMetrics;
import io.kaimen.comm.CommProperties;
import io.kaimen.comm.downlink.GiveCommand.Given;
import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CommandAnswered;
import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.service.messaging.MessageHandler;
import io.kaimen.service.messaging.MessageSender;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Commands for the cabinets of this instance, by tag → the cabinet, and what became of them →
 * COMMAND_ANSWERED. Idempotent by itself: a command that comes again is answered again and not
 * written again.
 */
@Component
class CommandListener implements MessageHandler<CabinetCommand> {

    private static final long SECONDS = 10;

    private final GiveCommand giveCommand;
    private final MessageSender sender;
    private final CommMetrics metrics;
    private final Clock clock;
    private final String instance;

    CommandListener(
            GiveCommand giveCommand,
            MessageSender sender,
            CommMetrics metrics,
            Clock clock,
            CommProperties properties) {
        this.giveCommand = giveCommand;
        this.sender = sender;
        this.metrics = metrics;
        this.clock = clock;
        this.instance = properties.instance();
    }

    @Override
    public Topic topic() {
        return Topic.CABINET_COMMAND;
    }

    @Override
    public String tag() {
        return instance;
    }

    /** A group of its own for each instance: none shall take another's commands. */
    @Override
    public String group(String service) {
        return service + "-" + topic().topicName() + "-" + instance;
    }

    @Override
    public boolean remembered() {
        return false;
    }

    /**
     * Gives the command and waits until its answer is stored.
     *
     * @throws java.util.concurrent.CompletionException when that is not known in time: the command
     *     comes again
     */
    @Override
    public void handle(Envelope<CabinetCommand> message) {
        CabinetCommand command = message.payload();
        giveCommand
                .give(command)
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .thenCompose(given -> answer(message.eventId(), command, given))
                .join();
    }

    private CompletableFuture<Void> answer(String eventId, CabinetCommand command, Given given) {
        metrics.command(given.outcome().name());
        return sender.send(
                Topic.COMMAND_ANSWERED,
                command.sn(),
                eventId + ":" + given.outcome(),
                new CommandAnswered(
                        command.commandId(),
                        command.sn(),
                        instance,
                        given.outcome(),
                        clock.instant(),
                        given.detail()));
    }
}
