package io.kaimen.service.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Request;
import feign.Response;
import feign.RetryableException;
import io.kaimen.contracts.Topic;
import io.kaimen.service.problem.RemoteProblem;
import io.kaimen.service.state.StaleMove;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.seata.core.exception.TmTransactionException;
import org.apache.seata.core.exception.TransactionExceptionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisLoadingException;
import org.redisson.client.RedisResponseTimeoutException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import tools.jackson.databind.json.JsonMapper;

class SurroundingsTest {

    private static final Request REQUEST =
            Request.create(
                    Request.HttpMethod.POST,
                    "http://account-service/internal",
                    Map.of(),
                    new byte[0],
                    StandardCharsets.UTF_8,
                    null);

    static Stream<Throwable> away() {
        return Stream.of(
                new UncheckedIOException(new ConnectException("refused")),
                new CompletionException(new TimeoutException()),
                new RetryableException(
                        -1, "read timed out", Request.HttpMethod.POST, (Long) null, REQUEST),
                new RedisConnectionException("gone"),
                new RedisResponseTimeoutException("slow"),
                new RedisLoadingException("starting"),
                new RuntimeException(
                        new TmTransactionException(TransactionExceptionCode.IO, "no TC")),
                new NotReadyYet("being rebuilt") {
                    private static final long serialVersionUID = 1L;
                },
                new MessageNotSent(
                        Topic.CAPTURE_DUE, "KM1", new RemotingTimeoutException("no broker")),
                new TransactionSystemException(
                        "commit", new SQLNonTransientConnectionException("broken")));
    }

    @ParameterizedTest
    @MethodSource
    void away(Throwable failure) {
        assertThat(Surroundings.areAway(failure)).isTrue();
    }

    static Stream<Throwable> databaseAway() {
        return Stream.of(
                new CannotCreateTransactionException("gone"),
                new CannotGetJdbcConnectionException("gone"),
                new DataAccessResourceFailureException("gone"),
                new IllegalStateException(new SQLNonTransientConnectionException("gone")));
    }

    @ParameterizedTest
    @MethodSource
    void databaseAway(Throwable failure) {
        assertThat(Surroundings.databaseIsAway(failure)).isTrue();
        assertThat(Surroundings.areAway(failure)).isTrue();
    }

    static Stream<Throwable> ownFault() {
        return Stream.of(
                new IllegalStateException("impossible"),
                new NullPointerException(),
                new DuplicateKeyException("twice"),
                new CannotAcquireLockException("deadlock", new SQLException("1213")),
                new StaleMove("the order"),
                new RedisException("ERR wrong number of arguments"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource
    void ownFault(Throwable failure) {
        assertThat(Surroundings.areAway(failure)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aServiceThatFailsInsideIsAway(int status) {
        assertThat(Surroundings.areAway(answered(status))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 422})
    void aServiceThatRefusesIsThere(int status) {
        assertThat(Surroundings.areAway(answered(status))).isFalse();
    }

    @Test
    void aRingOfCausesIsNoTrap() {
        var first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));
        assertThat(Surroundings.areAway(first)).isFalse();
    }

    private static Exception answered(int status) {
        return new RemoteProblem.Decoder(JsonMapper.shared())
                .decode(
                        "Api#call",
                        Response.builder()
                                .request(REQUEST)
                                .status(status)
                                .headers(Map.of())
                                .build());
    }
}
