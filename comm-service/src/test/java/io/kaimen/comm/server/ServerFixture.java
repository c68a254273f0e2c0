package io.kaimen.comm.server;

import io.kaimen.comm.CommFixture;
import io.kaimen.comm.CommProperties;
import io.kaimen.comm.downlink.DownlinkFixture;
import io.kaimen.comm.routing.Routes;
import io.kaimen.comm.session.Authenticator;
import io.kaimen.comm.session.Disconnector;
import io.kaimen.comm.session.Sessions;
import io.kaimen.comm.uplink.UplinkFixture;
import io.kaimen.contracts.device.CabinetSessionsApi.OpenSession;
import io.kaimen.contracts.device.CabinetSessionsApi.Outcome;
import io.kaimen.contracts.device.CabinetSessionsApi.SessionAnswer;
import io.kaimen.contracts.device.Cadence;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** The whole pipeline with device-service and the broker in the test's hands. */
final class ServerFixture {

    static final String SN = "KM0001";

    final CommFixture comm = new CommFixture();
    final List<OpenSession> asked = new ArrayList<>();

    /** Questions to device-service that wait to be answered. */
    final Queue<Runnable> questions = new ArrayDeque<>();

    final Disconnector disconnector = new Disconnector(comm.metrics);
    final Sessions sessions = new Sessions(disconnector, comm.metrics);
    Outcome outcome = Outcome.ACCEPTED;
    long epoch = 7;
    boolean deviceServiceGone;
    private final CabinetPipeline pipeline;

    ServerFixture() {
        this(CommFixture.properties(4, 6));
    }

    ServerFixture(CommProperties properties) {
        var authenticator = new Authenticator(this::answer, properties, questions::add);
        pipeline =
                new CabinetPipeline(
                        new Admission(disconnector, comm.metrics, properties),
                        new Connecting(
                                authenticator,
                                sessions,
                                new Routes(comm.sender, comm.clock, properties),
                                disconnector,
                                properties),
                        new PacketHandler(
                                UplinkFixture.publications(comm, disconnector, properties),
                                DownlinkFixture.subscriptions(disconnector),
                                disconnector),
                        new LastResort(disconnector),
                        properties);
    }

    private SessionAnswer answer(OpenSession question) {
        asked.add(question);
        if (deviceServiceGone) {
            throw new IllegalStateException("nobody there");
        }
        return outcome == Outcome.ACCEPTED
                ? new SessionAnswer(outcome, epoch, Cadence.DEFAULT)
                : new SessionAnswer(outcome, 0, null);
    }

    EmbeddedChannel open() {
        return new EmbeddedChannel(pipeline);
    }

    /** A connection whose CONNECT was accepted; its CONNACK is read. */
    EmbeddedChannel connected(MqttVersion version) {
        EmbeddedChannel channel = open();
        channel.writeInbound(Frames.connect(SN, version));
        judge(channel);
        ByteBuf answer = channel.readOutbound();
        answer.release();
        return channel;
    }

    /** Answers all waiting questions and lets the channel go on. */
    void judge(EmbeddedChannel channel) {
        while (!questions.isEmpty()) {
            questions.remove().run();
        }
        channel.runPendingTasks();
    }

    /** What was written to the cabinet since the last look, as hex. */
    static String written(EmbeddedChannel channel) {
        channel.runPendingTasks();
        var hex = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            hex.append(ByteBufUtil.hexDump(part));
            part.release();
        }
        return hex.toString();
    }
}
