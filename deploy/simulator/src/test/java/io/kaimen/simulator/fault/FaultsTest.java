package io.kaimen.simulator.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaimen.simulator.fault.DoorFault.IdleLock;
import io.kaimen.simulator.fault.DoorFault.OpensUnasked;
import io.kaimen.simulator.fault.LineFault.Lost;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private final AtomicLong now = new AtomicLong();
    private final Faults faults = new Faults(now::get);

    @Test
    void aFaultHappensAsOftenAsItWasSaid() {
        set("[{\"fault\":\"idle-lock\",\"times\":2}]");
        assertThat(faults.use(IdleLock.class, it -> true)).isPresent();
        assertThat(faults.find(IdleLock.class, it -> true)).as("looking is free").isPresent();
        assertThat(faults.use(IdleLock.class, it -> true)).isPresent();
        assertThat(faults.use(IdleLock.class, it -> true)).isEmpty();
    }

    @Test
    void aFaultLastsAsLongAsItWasSaid() {
        set("[{\"fault\":\"idle-lock\",\"seconds\":1.5}]");
        now.set(1_499);
        assertThat(faults.use(IdleLock.class, it -> true)).isPresent();
        now.set(1_500);
        assertThat(faults.use(IdleLock.class, it -> true)).isEmpty();
    }

    @Test
    void whichIsOverTheNextOfItsKindTakesItsPlace() {
        set(
                """
                [{"fault":"lost","event":"opened","times":1},
                 {"fault":"lost","event":"closed","times":1}]\
                """);
        assertThat(faults.use(Lost.class, lost -> lost.covers("event", "closed"))).isPresent();
        assertThat(faults.use(Lost.class, lost -> lost.covers("event", "closed"))).isEmpty();
        assertThat(faults.use(Lost.class, lost -> lost.covers("event", "opened"))).isPresent();
    }

    @Test
    void whatHappensOnceUnlessSaidOtherwiseHappensOnce() {
        set("[{\"fault\":\"opens-unasked\",\"door\":1}]");
        assertThat(faults.use(OpensUnasked.class, it -> true)).isPresent();
        assertThat(faults.use(OpensUnasked.class, it -> true)).isEmpty();
    }

    @Test
    void showsWhatWasSetWhatHappenedAndWhatIsOver() {
        set("[{\"fault\":\"late\",\"kinds\":[\"event\"],\"delayMs\":900,\"seconds\":5}]");
        assertThat(faults.view().toString())
                .isEqualTo(
                        "[{\"fault\":\"late\",\"kinds\":[\"event\"],\"delayMs\":900,"
                                + "\"seconds\":5.0,\"used\":0,\"over\":false}]");
        var _ = faults.use(LineFault.Late.class, late -> late.covers("event"));
        now.set(5_000);
        assertThat(faults.view().toString()).contains("\"used\":1,\"over\":true");
    }

    @Test
    void settingOthersTellsTheWatcherAndStartsAnew() {
        var told = new AtomicInteger();
        faults.watch(told::incrementAndGet);
        set("[{\"fault\":\"idle-lock\",\"times\":1}]");
        var _ = faults.use(IdleLock.class, it -> true);
        set("[{\"fault\":\"idle-lock\",\"times\":1}]");
        assertThat(faults.use(IdleLock.class, it -> true)).isPresent();
        set("[]");
        assertThat(faults.none()).isTrue();
        assertThat(told).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[7]",
                "not json",
                "[{}]",
                "[{\"fault\":\"sulks\"}]",
                "[{\"fault\":\"silent\",\"colour\":\"red\"}]",
                "[{\"fault\":\"silent\",\"times\":0}]",
                "[{\"fault\":\"silent\",\"seconds\":0}]",
                "[{\"fault\":\"silent\",\"kinds\":[\"song\"]}]",
                "[{\"fault\":\"gone\",\"times\":1}]",
                "[{\"fault\":\"disconnects\"}]",
                "[{\"fault\":\"disconnects\",\"at\":\"opened\",\"awayMs\":-1}]",
                "[{\"fault\":\"late\"}]",
                "[{\"fault\":\"lost\",\"event\":\"sung\"}]",
                "[{\"fault\":\"lost\",\"kind\":\"weights\",\"event\":\"opened\"}]",
                "[{\"fault\":\"deaf\",\"types\":[\"sing\"]}]",
                "[{\"fault\":\"wrong-clock\"}]",
                "[{\"fault\":\"reboots\",\"at\":\"is-open\"}]",
                "[{\"fault\":\"reboots\",\"door\":\"ajar\"}]",
                "[{\"fault\":\"opens-unasked\"}]",
                "[{\"fault\":\"unseen\",\"event\":\"unlocked\"}]",
                "[{\"fault\":\"restless\",\"flag\":2}]",
                "[{\"fault\":\"dead-scale\",\"times\":1}]"
            })
    void refusesWhatCannotBe(String json) {
        assertThatThrownBy(() -> Wanted.list(json.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void set(String json) {
        faults.set(Wanted.list(json.getBytes(UTF_8)));
    }
}
