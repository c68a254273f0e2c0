package io.kaimen.local.stack;

import io.kaimen.local.supervise.HealthCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The questions that components are asked about their health. */
final class Healthy {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();

    private Healthy() {}

    /** This address answers 200. */
    static HealthCheck http(String url) {
        return http(url, status -> status == OK);
    }

    /** Something at this address speaks HTTP without failing. */
    static HealthCheck speaksHttp(String url) {
        return http(url, status -> status < SERVER_ERROR);
    }

    /** A connection to the port is accepted. */
    static HealthCheck listens(int port) {
        return pid -> talk(port, socket -> Optional.empty());
    }

    /** The file is there. */
    static HealthCheck exists(Path file) {
        return pid ->
                Files.exists(file) ? Optional.empty() : Optional.of(file + " is not there yet");
    }

    /** The file is there and holds the number of the process that is asked about. */
    static HealthCheck marked(Path file) {
        return pid -> {
            try {
                return Files.readString(file).strip().equals(Long.toString(pid))
                        ? Optional.empty()
                        : Optional.of(file + " is that of another process");
            } catch (IOException absent) {
                return Optional.of(file + " is not there yet");
            }
        };
    }

    /** The server greets; it does so only after it has run its initial statements. */
    static HealthCheck mariaDb(int port) {
        return pid ->
                talk(
                        port,
                        socket -> {
                            var greeting = socket.getInputStream().readNBytes(5);
                            return greeting.length == 5 && greeting[4] == 10
                                    ? Optional.empty()
                                    : Optional.of(
                                            "it answered with something else than a MariaDB greeting");
                        });
    }

    /** The server accepts the password and has loaded its data. */
    static HealthCheck redis(int port, String password) {
        return pid ->
                talk(
                        port,
                        socket -> {
                            socket.getOutputStream()
                                    .write(
                                            ("AUTH " + password + "\r\nPING\r\n")
                                                    .getBytes(StandardCharsets.US_ASCII));
                            var expected = "+OK\r\n+PONG\r\n";
                            var answer =
                                    new String(
                                            socket.getInputStream().readNBytes(expected.length()),
                                            StandardCharsets.US_ASCII);
                            return answer.equals(expected)
                                    ? Optional.empty()
                                    : Optional.of("it answered " + answer.strip());
                        });
    }

    /** Both are content. */
    static HealthCheck both(HealthCheck one, HealthCheck other) {
        return pid -> one.problem(pid).or(() -> other.problem(pid));
    }

    private static HealthCheck http(String url, IntPredicate expected) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER_WITHIN).build();
        return pid -> {
            try {
                var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                return expected.test(answer.statusCode())
                        ? Optional.empty()
                        : Optional.of(
                                url + " answered " + answer.statusCode() + " " + answer.body());
            } catch (IOException e) {
                return Optional.of(url + " does not answer");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of("the question was interrupted");
            }
        };
    }

    private static Optional<String> talk(int port, Conversation conversation) {
        try (var socket = new Socket()) {
            var patience = (int) ANSWER_WITHIN.toMillis();
            socket.setSoTimeout(patience);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), patience);
            return conversation.with(socket);
        } catch (IOException e) {
            return Optional.of("port " + port + " does not answer");
        }
    }

    @FunctionalInterface
    private interface Conversation {
        Optional<String> with(Socket socket) throws IOException;
    }
}
