package io.kaimen.comm.downlink;

import io.kaimen.comm.CommProperties;
import io.kaimen.comm.session.CabinetSession;
import io.kaimen.comm.session.Disconnector;
import io.kaimen.comm.session.Ending;
import io.kaimen.comm.session.Sessions;
import io.kaimen.contracts.comm.CommandAnswered.Outcome;
import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.contracts.device.CabinetCommand.Kind;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives a command to the cabinet it is for: on the connection it was meant for, before its expiry,
 * and once.
 */
@Component
class GiveCommand {

    private static final long LOOK_AGAIN_MILLIS = 50;

    private static final Executor LOOK_AGAIN =
            CompletableFuture.delayedExecutor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);

    private final Sessions sessions;
    private final DownMessages messages;
    private final Disconnector disconnector;
    private final Clock clock;
    private final int mostUnacknowledged;

    GiveCommand(
            Sessions sessions,
            DownMessages messages,
            Disconnector disconnector,
            Clock clock,
            CommProperties properties) {
        this.sessions = sessions;
        this.messages = messages;
        this.disconnector = disconnector;
        this.clock = clock;
        this.mostUnacknowledged = properties.limits().unacknowledgedCommands();
    }

    /** What became of a command, and why, for people. */
    record Given(Outcome outcome, @Nullable String detail) {}

    /** Completed when the command was written to the socket, or cannot be. */
    CompletableFuture<Given> give(CabinetCommand command) {
        // In this order: what is expected no more is there, or will not come.
        boolean expected = sessions.isExpected(command.sn());
        CabinetSession session = sessions.find(command.sn());
        boolean older = session == null || session.epoch() < command.epoch();
        if (older && expected && !expired(command)) {
            // It follows a route that moved here a moment ago, and must not be too early.
            return CompletableFuture.supplyAsync(() -> give(command), LOOK_AGAIN)
                    .thenCompose(given -> given);
        }
        if (session == null) {
            return completed(
                    expired(command) ? Outcome.EXPIRED : Outcome.NOT_HERE, "not connected");
        }
        if (session.epoch() != command.epoch()) {
            return completed(
                    expired(command) ? Outcome.EXPIRED : Outcome.NOT_HERE,
                    "connected with epoch " + session.epoch());
        }
        var given = new CompletableFuture<Given>();
        session.channel().eventLoop().execute(() -> give(session, command, given));
        return given;
    }

    private void give(
            CabinetSession session, CabinetCommand command, CompletableFuture<Given> given) {
        Channel channel = session.channel();
        if (WrittenCommands.of(channel).contains(command.commandId())) {
            given.complete(new Given(Outcome.SENT, "written before"));
        } else if (expired(command)) {
            // Judged here and not earlier: this thread may have stood still until now.
            given.complete(new Given(Outcome.EXPIRED, null));
        } else if (command.kind() == Kind.DISCONNECT) {
            disconnector.end(channel, Ending.REVOKED, "command " + command.commandId());
            given.complete(new Given(Outcome.ACKNOWLEDGED, "disconnected"));
        } else if (!channel.isActive()) {
            given.complete(new Given(Outcome.NOT_HERE, "connection closed"));
        } else if (session.downQos() == null) {
            // It has just connected and will subscribe: a command that followed it here must not
            // be a moment too early.
            channel.eventLoop()
                    .schedule(
                            () -> give(session, command, given),
                            LOOK_AGAIN_MILLIS,
                            TimeUnit.MILLISECONDS);
        } else if (!channel.isWritable() || PendingAcks.of(channel).size() >= mostUnacknowledged) {
            disconnector.end(channel, Ending.NOT_READING, "command " + command.commandId());
            given.complete(new Given(Outcome.NOT_HERE, "not reading"));
        } else {
            write(session, command, given);
        }
    }

    private void write(
            CabinetSession session, CabinetCommand command, CompletableFuture<Given> given) {
        WrittenCommands.of(session.channel()).add(command.commandId());
        messages.send(session, DownMessages.payloadOf(command))
                .addListener(written ->
                        given.complete(
                                written.isSuccess()
                                        ? new Given(Outcome.SENT, null)
                                        : new Given(
                                                Outcome.NOT_HERE,
                                                String.valueOf(written.cause()))));
    }

    private boolean expired(CabinetCommand command) {
        return !clock.instant().isBefore(command.expiresAt());
    }

    private static CompletableFuture<Given> completed(Outcome outcome, String detail) {
        return CompletableFuture.completedFuture(new Given(outcome, detail));
    }
}
