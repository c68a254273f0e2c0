package io.kaimen.simulator.cabinet;

import java.util.OptionalLong;

/**
 * Server time, learnt from the last heartbeat's answer and carried on by the cabinet's own
 * monotonic clock.
 */
final class ServerTime {

    private boolean known;
    private long serverMillis;
    private long uptimeThen;

    /**
     * Learns from an answer.
     *
     * @param server the server's time in it, ms since 1970
     * @param uptime the uptime the heartbeat carried: the answer cannot be older, so a slow answer
     *     makes the cabinet's time late and never lets it obey longer
     */
    void learn(long server, long uptime) {
        known = true;
        serverMillis = server;
        uptimeThen = uptime;
    }

    /** Nothing while no heartbeat of this boot has been answered. */
    OptionalLong at(long uptime) {
        return known ? OptionalLong.of(serverMillis + (uptime - uptimeThen)) : OptionalLong.empty();
    }
}
