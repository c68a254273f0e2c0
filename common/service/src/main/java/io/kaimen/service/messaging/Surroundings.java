package io.kaimen.service.messaging;

import feign.RetryableException;
import io.kaimen.service.problem.RemoteProblem;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.redisson.RedissonShutdownException;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisReadonlyException;
import org.redisson.client.RedisRetryException;
import org.redisson.client.RedisTimeoutException;
import org.redisson.client.RedisWaitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells failures that are nobody's message's fault from the others: something this service needs is
 * away and will be back. The same message will be handled then.
 */
final class Surroundings {

    private static final List<Class<? extends Throwable>> DATABASE =
            List.of(
                    CannotCreateTransactionException.class,
                    CannotGetJdbcConnectionException.class,
                    DataAccessResourceFailureException.class,
                    RecoverableDataAccessException.class,
                    SQLTransientConnectionException.class,
                    SQLNonTransientConnectionException.class,
                    SQLRecoverableException.class);

    private static final List<Class<? extends Throwable>> OTHERS =
            List.of(
                    SocketException.class,
                    SocketTimeoutException.class,
                    UnknownHostException.class,
                    TimeoutException.class,
                    RetryableException.class,
                    MessageNotSent.class,
                    NotReadyYet.class,
                    RemotingException.class,
                    RedisConnectionException.class,
                    RedisTimeoutException.class,
                    RedisRetryException.class,
                    RedisReadonlyException.class,
                    RedisWaitException.class,
                    RedissonShutdownException.class);

    /** By name: not every service has Seata. */
    private static final Set<String> SEATA =
            Set.of(
                    "org.apache.seata.core.exception.TransactionException",
                    "org.apache.seata.common.exception.FrameworkException");

    private Surroundings() {}

    /** Whether something is away, this service's database included. */
    static boolean areAway(Throwable failure) {
        return databaseIsAway(failure)
                || causes(failure)
                        .anyMatch(cause ->
                                isOneOf(OTHERS, cause) || serverFailed(cause) || isSeata(cause));
    }

    static boolean databaseIsAway(Throwable failure) {
        return causes(failure).anyMatch(cause -> isOneOf(DATABASE, cause));
    }

    /** Another service that fails inside says nothing of what it was asked. */
    private static boolean serverFailed(Throwable cause) {
        return cause instanceof RemoteProblem problem && problem.status().is5xxServerError();
    }

    private static boolean isSeata(Throwable cause) {
        return Stream.<Class<?>>iterate(cause.getClass(), c -> c != null, Class::getSuperclass)
                .anyMatch(type -> SEATA.contains(type.getName()));
    }

    private static boolean isOneOf(List<Class<? extends Throwable>> types, Throwable cause) {
        return types.stream().anyMatch(type -> type.isInstance(cause));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        // Deeper than any real chain; a chain may be a ring.
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(50);
    }
}
