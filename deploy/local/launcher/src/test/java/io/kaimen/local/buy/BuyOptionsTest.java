package io.kaimen.local.buy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kaimen.local.buy.BuyOptions.Misused;
import io.kaimen.local.shop.Take;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuyOptionsTest {

    @Test
    void buysSomethingWhenAskedForNothingInParticular() throws Misused {
        var options = BuyOptions.parse();

        assertThat(options.home()).isNull();
        assertThat(options.sn()).isEqualTo("DEMO-1");
        assertThat(options.door()).isEqualTo(1);
        assertThat(options.takes()).isNull();
        assertThat(options.json()).isFalse();
        assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void takesEverythingThatCanBeSaid() throws Misused {
        var options =
                BuyOptions.parse(
                        "--home",
                        "there",
                        "--cabinet",
                        "CAB_7",
                        "--door",
                        "2",
                        "--take",
                        "4=2",
                        "--take",
                        "6=1",
                        "--shopper",
                        "oABC",
                        "--platform",
                        "wechat",
                        "--json",
                        "--timeout",
                        "5");

        assertThat(options.home()).isEqualTo(Path.of("there"));
        assertThat(options.sn()).isEqualTo("CAB_7");
        assertThat(options.door()).isEqualTo(2);
        assertThat(options.takes()).containsExactly(new Take(4, 2), new Take(6, 1));
        assertThat(options.shopper()).isEqualTo("oABC");
        assertThat(options.json()).isTrue();
        assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void canTakeNothing() throws Misused {
        assertThat(BuyOptions.parse("--take", "nothing").takes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1=", "=2", "1=x", "-1=2", "1=-2", "1=2=3", "1=0", "", "1 = 2"})
    void refusesATakeThatIsNone(String take) {
        assertMisused("--take", "--take", take);
    }

    @Test
    void refusesToTakeFromOneLaneTwice() {
        assertMisused("Lane 1 is taken from twice", "--take", "1=1", "--take", "1=2");
    }

    @Test
    void refusesNothingTogetherWithSomething() {
        assertMisused("--take nothing", "--take", "1=1", "--take", "nothing");
        assertMisused("--take nothing", "--take", "nothing", "--take", "1=1");
    }

    @Test
    void saysWhenAlipayComes() {
        assertMisused("alipay is not supported yet", "--platform", "alipay");
    }

    @ParameterizedTest
    @CsvSource({
        "--platform, paypal",
        "--door, 0",
        "--door, one",
        "--timeout, -1",
        "--cabinet, ../../x",
        "--shopper, 'a b'",
        "--nonsense, 1"
    })
    void refusesWhatMakesNoSense(String option, String value) {
        assertMisused(option, option, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--home", "--cabinet", "--door", "--take", "--shopper", "--platform"})
    void wantsAValueWhereOneBelongs(String option) {
        assertMisused(option + " wants a value", option);
    }

    private static void assertMisused(String said, String... arguments) {
        assertThatExceptionOfType(Misused.class)
                .isThrownBy(() -> BuyOptions.parse(arguments))
                .withMessageContaining(said);
    }
}
