package io.kaimen.device.command;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CommandAnswered;
import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.contracts.device.CabinetCommand.Kind;
import io.kaimen.service.messaging.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The commands given to cabinets. Each goes to the one instance that holds the cabinet. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Commands {

    private static final int DETAIL_LENGTH = 200;

    private final CommandMapper mapper;
    private final Outbox outbox;
    private final Clock clock;

    Commands(CommandMapper mapper, Outbox outbox, Clock clock) {
        this.mapper = mapper;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Where a cabinet is connected.
     *
     * @param instance of comm-service
     */
    public record Route(String sn, String instance, long epoch) {}

    /**
     * Gives a command.
     *
     * @param door 0 for the whole cabinet
     * @param validFor how long it may be given or obeyed
     */
    public Command issue(
            Route route, Kind kind, int door, @Nullable String orderNo, Duration validFor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Command command =
                new Command(
                        UUID.randomUUID().toString(),
                        route.sn,
                        door,
                        kind,
                        orderNo,
                        route.instance,
                        route.epoch,
                        1,
                        0,
                        now,
                        now.plus(validFor),
                        null,
                        null,
                        null,
                        null,
                        null);
        mapper.insert(command);
        publish(command, route);
        return command;
    }

    /**
     * Gives a command again, under the same id and expiry, to the instance that holds the cabinet
     * now; once for each new route, never past the expiry.
     */
    public void follow(Command command, Route route) {
        if (command.expiresAt().isAfter(clock.instant())
                && mapper.handOver(command.commandId(), route.instance, route.epoch) == 1) {
            publish(command, route);
        }
    }

    private void publish(Command command, Route route) {
        outbox.publishTagged(
                Topic.CABINET_COMMAND,
                command.sn(),
                route.instance,
                new CabinetCommand(
                        command.commandId(),
                        command.sn(),
                        route.instance,
                        route.epoch,
                        command.kind(),
                        command.door(),
                        command.issuedAt(),
                        command.expiresAt(),
                        null));
    }

    /** Records an answer and tells which command it was for; nothing for one never given. */
    public Optional<Command> answered(CommandAnswered answer) {
        String detail = answer.detail();
        if (detail != null && detail.length() > DETAIL_LENGTH) {
            detail = detail.substring(0, DETAIL_LENGTH);
        }
        mapper.answered(answer.commandId(), answer.outcome(), answer.answeredAt(), detail);
        return mapper.find(answer.commandId());
    }

    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<Command> find(String commandId) {
        return mapper.find(commandId);
    }

    /** All commands of an order, oldest first. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<Command> ofOrder(String orderNo) {
        return mapper.ofOrder(orderNo);
    }

    /** When the order's door was last asked how it stands. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<Instant> lastQuery(String orderNo) {
        return Optional.ofNullable(mapper.lastQuery(orderNo));
    }
}
