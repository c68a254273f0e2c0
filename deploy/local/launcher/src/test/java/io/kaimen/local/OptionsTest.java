package io.kaimen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    private static final Path ROOT = Path.of("/checkout");

    @Test
    void startsEverythingInTheCheckoutByDefault() throws Options.Misused {
        var options = parse();

        assertThat(options.home()).isEqualTo(Path.of("/checkout/deploy/run"));
        assertThat(options.portOffset()).isZero();
        assertThat(options.middlewareOnly()).isFalse();
        assertThat(options.smoke()).isTrue();
        assertThat(options.detach()).isFalse();
        assertThat(options.ownerPid()).isNull();
    }

    @Test
    void readsEveryOption() throws Options.Misused {
        var options =
                parse(
                        "--home",
                        "/a b",
                        "--port-offset",
                        "100",
                        "--port",
                        "edge=80",
                        "--port",
                        "redis=81",
                        "--only",
                        "middleware",
                        "--no-smoke",
                        "--detach",
                        "--owner-pid",
                        "7",
                        "--topic-prefixes",
                        "it-a-,it-b-");

        assertThat(options.home()).isEqualTo(Path.of("/a b"));
        assertThat(options.portOffset()).isEqualTo(100);
        assertThat(options.ports()).isEqualTo(Map.of("edge", 80, "redis", 81));
        assertThat(options.middlewareOnly()).isTrue();
        assertThat(options.smoke()).isFalse();
        assertThat(options.detach()).isTrue();
        assertThat(options.ownerPid()).isEqualTo(7);
        assertThat(options.topicPrefixes()).containsExactly("it-a-", "it-b-");
    }

    @Test
    void takesTheOffsetFromTheEnvironmentUnlessToldOtherwise() throws Options.Misused {
        var environment = Map.of("KAIMEN_PORT_OFFSET", "2000");

        assertThat(Options.parse(ROOT, environment).portOffset()).isEqualTo(2000);
        assertThat(Options.parse(ROOT, environment, "--port-offset", "5").portOffset())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "--verbose, --verbose",
        "--home, --home wants a value",
        "--port edge, NAME=N",
        "--port edge=http, number",
        "--port-offset many, number",
        "--only services, services"
    })
    void saysWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> parse(line.split(" ")))
                .isInstanceOf(Options.Misused.class)
                .hasMessageContaining(message);
    }

    private static Options parse(String... arguments) throws Options.Misused {
        return Options.parse(ROOT, Map.of(), arguments);
    }
}
