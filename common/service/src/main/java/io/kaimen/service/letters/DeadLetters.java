package io.kaimen.service.letters;

import io.kaimen.service.letters.DeadLetter.State;
import io.kaimen.service.messaging.DeadLetterBox;
import io.kaimen.service.messaging.FailedMessage;
import io.kaimen.service.page.Paged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of dead letters; one row for each group and event. */
class DeadLetters implements DeadLetterBox {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int LONGEST_KEY = 255;

    private static final String COLUMNS =
            """
            select id, consumer_group, topic, event_id, message_key, state, error_class, error_message, tries,
                   first_failed_at, last_failed_at, resolved_by, resolved_at, reason
            from dead_letter
            """;
    private static final String MATCHING =
            " where (:state is null or state = :state) and (:topic is null or topic = :topic)";

    private final JdbcClient jdbc;
    private final Clock clock;

    DeadLetters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An event that is there already was sent twice. What an operator decided about it stays
     * decided.
     */
    @Override
    public void park(FailedMessage message) {
        var error = SafeError.of(message.failure());
        int rows =
                jdbc.sql(
                                """
                                insert into dead_letter
                                  (consumer_group, topic, event_id, message_key, body, error_class, error_message,
                                   tries, first_failed_at, last_failed_at, state)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PARKED')
                                on duplicate key update
                                  error_class = values(error_class), error_message = values(error_message),
                                  tries = tries + values(tries), last_failed_at = values(last_failed_at)
                                """)
                        .param(message.group())
                        .param(message.topic().topicName())
                        .param(message.eventId())
                        .param(cut(message.key()))
                        .param(message.body())
                        .param(error.type())
                        .param(error.message())
                        .param(message.tries())
                        .param(Timestamp.from(message.firstFailedAt()))
                        .param(Timestamp.from(clock.instant()))
                        .update();
        if (rows == 1) {
            log.warn(
                    "ALERT dead letter: {} parked {} of {} after {} tries: {}",
                    message.group(),
                    message.eventId(),
                    message.key(),
                    message.tries(),
                    error);
        }
    }

    /** Newest first; null matches all. */
    Paged<DeadLetter> page(@Nullable State state, @Nullable String topic, int page, int size) {
        String wanted = state == null ? null : state.name();
        List<DeadLetter> items =
                jdbc.sql(COLUMNS + MATCHING + " order by id desc limit :size offset :offset")
                        .param("state", wanted)
                        .param("topic", topic)
                        .param("size", size)
                        .param("offset", (page - 1) * size)
                        .query(DeadLetters::letter)
                        .list();
        long total =
                jdbc.sql("select count(*) from dead_letter" + MATCHING)
                        .param("state", wanted)
                        .param("topic", topic)
                        .query(Long.class)
                        .single();
        return new Paged<>(items, total, page, size);
    }

    /**
     * @throws UnknownDeadLetter when there is none of this id
     */
    DeadLetter get(long id) {
        return jdbc.sql(COLUMNS + " where id = ?")
                .param(id)
                .query(DeadLetters::letter)
                .optional()
                .orElseThrow(UnknownDeadLetter::new);
    }

    /** The body as it came from the broker. */
    byte[] body(long id) {
        return jdbc.sql("select body from dead_letter where id = ?")
                .param(id)
                .query((row, number) -> row.getBytes("body"))
                .optional()
                .orElseThrow(UnknownDeadLetter::new);
    }

    /**
     * Locks the row until the caller's transaction ends.
     *
     * @throws DeadLetterNotParked when somebody has replayed or discarded it
     */
    void lockParked(long id) {
        String state =
                jdbc.sql("select state from dead_letter where id = ? for update")
                        .param(id)
                        .query(String.class)
                        .optional()
                        .orElseThrow(UnknownDeadLetter::new);
        if (!state.equals(State.PARKED.name())) {
            throw new DeadLetterNotParked(State.valueOf(state));
        }
    }

    /**
     * Parked → replayed.
     *
     * @throws DeadLetterNotParked when somebody was faster
     */
    void replayed(long id, String operator) {
        resolve(id, State.REPLAYED, operator, null);
    }

    /**
     * Parked → discarded.
     *
     * @throws DeadLetterNotParked when somebody was faster
     */
    void discard(long id, String operator, String reason) {
        resolve(id, State.DISCARDED, operator, reason);
        log.info("{} discarded dead letter {}: {}", operator, id, reason);
    }

    private void resolve(long id, State to, String operator, @Nullable String reason) {
        int rows =
                jdbc.sql(
                                """
                                update dead_letter set state = ?, resolved_by = ?, resolved_at = ?, reason = ?
                                where id = ? and state = 'PARKED'
                                """)
                        .param(to.name())
                        .param(operator)
                        .param(Timestamp.from(clock.instant()))
                        .param(reason)
                        .param(id)
                        .update();
        if (rows != 1) {
            throw new DeadLetterNotParked(get(id).state());
        }
    }

    /** A replay failed as well; the letter stays parked, with the new error. */
    void failedAgain(long id, SafeError error) {
        jdbc.sql(
                        """
                        update dead_letter
                        set error_class = ?, error_message = ?, tries = tries + 1, last_failed_at = ?
                        where id = ? and state = 'PARKED'
                        """)
                .param(error.type())
                .param(error.message())
                .param(Timestamp.from(clock.instant()))
                .param(id)
                .update();
    }

    /** How many are parked, by group; groups without any are left out. */
    Map<String, Long> parked() {
        return jdbc
                .sql(
                        "select consumer_group, count(*) n from dead_letter where state = 'PARKED' group by consumer_group")
                .query((row, number) ->
                        Map.entry(row.getString("consumer_group"), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("consumer_group"),
                row.getString("topic"),
                row.getString("event_id"),
                row.getString("message_key"),
                State.valueOf(row.getString("state")),
                row.getString("error_class"),
                row.getString("error_message"),
                row.getInt("tries"),
                row.getTimestamp("first_failed_at").toInstant(),
                row.getTimestamp("last_failed_at").toInstant(),
                row.getString("resolved_by"),
                instant(row.getTimestamp("resolved_at")),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable String cut(@Nullable String key) {
        return key == null || key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
    }
}
