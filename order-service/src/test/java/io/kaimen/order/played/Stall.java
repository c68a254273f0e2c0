package io.kaimen.order.played;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps a played service from answering until the test lets go. */
public final class Stall implements AutoCloseable {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    /** Called by the played service where it is to stop answering. */
    void here() {
        reached.countDown();
        await(over);
    }

    /** Waits until the played service has been called. */
    public void awaitReached() {
        await(reached);
    }

    @Override
    public void close() {
        over.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came within 30 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
