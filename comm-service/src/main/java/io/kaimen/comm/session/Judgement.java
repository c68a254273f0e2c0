package io.kaimen.comm.session;

import io.kaimen.contracts.device.Cadence;

/** What became of a cabinet's request to connect. */
public sealed interface Judgement {

    /**
     * It may stay.
     *
     * @param epoch of the route, which is here now
     * @param cadence what to configure the cabinet with
     */
    record Accepted(long epoch, Cadence cadence) implements Judgement {}

    /**
     * It may not.
     *
     * @param detail for the log
     */
    record Refused(Refusal refusal, String detail) implements Judgement {}
}
