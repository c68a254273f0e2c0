package io.kaimen.local.check.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedisConnectionTest {

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void sendsWordsWithTheirLengthsInBytes() throws IOException {
        answering("+OK\r\n").call("GET", "门");
        assertThat(sent.toString(StandardCharsets.UTF_8))
                .isEqualTo("*2\r\n$3\r\nGET\r\n$3\r\n门\r\n");
    }

    @Test
    void readsEveryKindOfAnswer() throws IOException {
        assertThat(answering(":-2\r\n").call("PTTL")).isEqualTo(-2L);
        assertThat(answering("$-1\r\n").call("GET")).isSameAs(RedisConnection.NIL);
        assertThat(answering("$5\r\na\r\nbc\r\n").call("GET")).isEqualTo("a\r\nbc");
        assertThat(answering("*2\r\n$1\r\n0\r\n*1\r\n$1\r\nk\r\n").call("SCAN"))
                .isEqualTo(List.of("0", List.of("k")));
    }

    @Test
    void anErrorAndAnEndAreNoAnswers() {
        assertThatThrownBy(() -> answering("-NOAUTH please\r\n").call("GET"))
                .isInstanceOf(IOException.class)
                .hasMessage("NOAUTH please");
        assertThatThrownBy(() -> answering("$5\r\nab").call("GET"))
                .isInstanceOf(EOFException.class);
    }

    private RedisConnection answering(String answer) {
        return new RedisConnection(
                new Socket(),
                new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
                sent);
    }
}
