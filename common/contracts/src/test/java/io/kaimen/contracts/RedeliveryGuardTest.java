package io.kaimen.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every topic is redelivered in the tests of every service that consumes it. Whether a service's
 * redelivery test tells all topics of its handlers, and to an effect, that test itself checks; this
 * one sees to it that it is there.
 */
class RedeliveryGuardTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();

    static Stream<Arguments> consumptions() {
        return Stream.of(Topic.values())
                .flatMap(topic ->
                        topic.consumers().stream().map(service -> Arguments.of(topic, service)));
    }

    @ParameterizedTest
    @MethodSource("consumptions")
    void everyConsumerOfATopicHasItRedelivered(Topic topic, ServiceName service) {
        assertThat(redeliveryTestsOf(service))
                .as("RedeliveryIT of %s", service.registeredName())
                .singleElement()
                .asString()
                .containsPattern("Topic\\." + topic.name() + "\\b")
                .contains(".tellAgain()");
    }

    private static List<String> redeliveryTestsOf(ServiceName service) {
        Path tests = ROOT.resolve(service.registeredName()).resolve("src/test/java");
        try (var files = Files.walk(tests)) {
            return files.filter(file -> file.endsWith("RedeliveryIT.java"))
                    .map(RedeliveryGuardTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
