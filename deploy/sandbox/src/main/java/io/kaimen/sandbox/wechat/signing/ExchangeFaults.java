package io.kaimen.sandbox.wechat.signing;

import io.kaimen.sandbox.calls.CallTarget;
import io.kaimen.sandbox.faults.Fault;
import io.kaimen.sandbox.faults.FaultKind;
import io.kaimen.sandbox.faults.Faults;
import io.kaimen.sandbox.wechat.ApiError;
import io.kaimen.sandbox.wechat.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The faults that strike one call. */
@Component
final class ExchangeFaults {

    private final Faults faults;

    ExchangeFaults(Faults faults) {
        this.faults = faults;
    }

    /** Draws, once per call, what goes wrong with it. */
    Struck strike(CallTarget target) {
        return new Struck(
                Stream.of(
                                FaultKind.CALL_REFUSED,
                                FaultKind.ANSWER_LOST,
                                FaultKind.ANSWER_FAILED,
                                FaultKind.ANSWER_DELAYED,
                                FaultKind.ANSWER_FORGED)
                        .map(kind ->
                                faults.strike(kind, target.outOrderNo(), target.operation().name()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /**
     * What goes wrong with one call.
     *
     * @param faults at most one of each kind
     */
    record Struck(List<Fault> faults) {

        boolean has(FaultKind kind) {
            return faults.stream().anyMatch(fault -> fault.kind() == kind);
        }

        List<String> names() {
            return faults.stream().map(fault -> fault.kind().name()).toList();
        }

        /**
         * Refuses the call if that is its fate.
         *
         * @throws ApiError the fault's refusal
         */
        void refuse() {
            for (Fault fault : faults) {
                if (fault.kind() == FaultKind.CALL_REFUSED) {
                    throw Objects.requireNonNullElse(fault.refusal(), Refusal.RISK).error();
                }
            }
        }

        /** Holds the answer back for as long as the fault says. */
        void delay() {
            for (Fault fault : faults) {
                if (fault.kind() == FaultKind.ANSWER_DELAYED) {
                    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(fault.millis());
                    while (System.nanoTime() < until && !Thread.currentThread().isInterrupted()) {
                        LockSupport.parkNanos(until - System.nanoTime());
                    }
                }
            }
        }
    }
}
