package io.kaimen.comm.uplink;

import io.kaimen.comm.CommFixture;
import io.kaimen.comm.CommProperties;
import io.kaimen.comm.downlink.DownMessages;
import io.kaimen.comm.session.Disconnector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mockito.Mockito;
import org.redisson.api.RedissonClient;

/** Makes the package's parts for tests of others. */
public final class UplinkFixture {

    private UplinkFixture() {}

    public static Publications publications(
            CommFixture comm, Disconnector disconnector, CommProperties properties) {
        return new Publications(
                List.of(
                        new ReportHandler(comm.sender),
                        new HeartbeatHandler(
                                comm.sender, new WatchedBatches(comm), new DownMessages()),
                        new WeightsHandler(comm.sender),
                        new EventHandler(comm.sender),
                        new AnswerHandler(comm.sender)),
                disconnector,
                comm.metrics,
                comm.clock,
                properties);
    }

    /** Keeps the heartbeats instead of writing them. */
    static final class WatchedBatches extends HeartbeatBatches {

        final List<String> heartbeats = new ArrayList<>();

        WatchedBatches(CommFixture comm) {
            super(Mockito.mock(RedissonClient.class), comm.metrics, Runnable::run);
        }

        @Override
        void add(String sn, Instant at) {
            heartbeats.add(sn + "@" + at);
        }
    }
}
