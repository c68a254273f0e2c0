package io.kaimen.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.kaimen.local.supervise.HealthCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthyTest {

    private static final long PID = 42;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"200, true, true", "404, false, true", "503, false, false"})
    void judgesByTheStatus(int status, boolean healthy, boolean speaks) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            assertThat(isHealthy(Healthy.http(url))).isEqualTo(healthy);
            assertThat(isHealthy(Healthy.speaksHttp(url))).isEqualTo(speaks);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void isNotHealthyWhenNobodyListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(Healthy.listens(port).problem(PID))
                .contains("port " + port + " does not answer");
        assertThat(isHealthy(Healthy.mariaDb(port))).isFalse();
        assertThat(isHealthy(Healthy.redis(port, "x"))).isFalse();
        assertThat(isHealthy(Healthy.http("http://127.0.0.1:" + port + "/"))).isFalse();
    }

    @Test
    void aMariaDbThatTurnsConnectionsAwayIsNotHealthy() throws Exception {
        // An error packet instead of the greeting, as when there are too many connections.
        assertThat(
                        isHealthy(
                                Healthy.mariaDb(
                                        serve("\u0017\0\0\0ÿ\u0010\u0004Too many connections"))))
                .isFalse();
        assertThat(isHealthy(Healthy.mariaDb(serve("J\0\0\0\n11.4.5-MariaDB")))).isTrue();
    }

    @Test
    void aRedisThatIsStillLoadingIsNotHealthy() throws Exception {
        assertThat(isHealthy(Healthy.redis(serve("+OK\r\n-LOADING Redis is loading"), "x")))
                .isFalse();
        assertThat(isHealthy(Healthy.redis(serve("+OK\r\n+PONG\r\n"), "x"))).isTrue();
    }

    @Test
    void aMarkOfAnEarlierProcessDoesNotCount() throws IOException {
        var mark = folder.resolve("ready");
        assertThat(isHealthy(Healthy.marked(mark))).isFalse();
        Files.writeString(mark, "41\n");
        assertThat(isHealthy(Healthy.marked(mark))).isFalse();
        Files.writeString(mark, "42\n");
        assertThat(isHealthy(Healthy.marked(mark))).isTrue();
    }

    /** Sends this to the first who connects. */
    private static int serve(String answer) throws IOException {
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual()
                .start(() -> {
                    try (socket;
                            var connection = socket.accept()) {
                        connection
                                .getOutputStream()
                                .write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    } catch (IOException ignored) {
                        return;
                    }
                });
        return socket.getLocalPort();
    }

    private static boolean isHealthy(HealthCheck check) {
        return check.problem(PID).isEmpty();
    }
}
