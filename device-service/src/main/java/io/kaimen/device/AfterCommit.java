package io.kaimen.device;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs what may only follow a commit, such as cache writes. It may be lost when the process dies
 * just then, so something slower must always stand behind it.
 */
@Component
public class AfterCommit implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AfterCommit.class);

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

    /** On the committing thread, in the order given; at once when there is no transaction. */
    public void run(String what, Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            guarded(what, work);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        guarded(what, work);
                    }
                });
    }

    /** On a thread of its own, free to open transactions. */
    public void runInBackground(String what, Runnable work) {
        run(what, () -> background.execute(() -> guarded(what, work)));
    }

    private static void guarded(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("{} failed after the commit, it is left to the sweeps", what, e);
        }
    }

    @Override
    public void destroy() {
        background.shutdown();
    }
}
