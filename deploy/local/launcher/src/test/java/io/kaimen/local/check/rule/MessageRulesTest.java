package io.kaimen.local.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.local.check.source.Evidence;
import io.kaimen.local.check.source.Messages;
import io.kaimen.local.check.source.Messages.Position;
import io.kaimen.local.check.source.Messages.Stored;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aDeadLetterIsNamedWithWhatItWas() {
        var dead = stored("%DLQ%order-basket-settled", "basket-settled", NOW);
        var messages =
                new NoMessages() {
                    @Override
                    public List<Stored> dead() {
                        return List.of(dead);
                    }
                };
        assertThat(look(new NoDeadLetters(), messages, NOW))
                .containsExactly(
                        new Finding(
                                "%DLQ%order-basket-settled",
                                "0:7",
                                "basket-settled of K1, sent at 2026-03-01T12:00:00Z",
                                false));
        assertThat(look(new NoDeadLetters(), new NoMessages(), NOW)).isEmpty();
    }

    @Test
    void aHalfMessageIsNamedWhenItStays() {
        var half = stored("RMQ_SYS_TRANS_HALF_TOPIC", "basket-settled", NOW);
        var messages =
                new NoMessages() {
                    @Override
                    public List<Stored> half() {
                        return List.of(half);
                    }
                };
        assertThat(look(new NoHalfMessages(), messages, NOW.plusSeconds(5)))
                .singleElement()
                .matches(Finding::running);
        assertThat(look(new NoHalfMessages(), messages, NOW.plusSeconds(30)))
                .singleElement()
                .matches(found -> !found.running() && found.what().contains("K1"));
    }

    @Test
    void aConsumerThatStandsStillIsNamed() {
        var rule = new MessagesConsumed();
        assertThat(look(rule, at(5, 9), NOW)).singleElement().matches(Finding::running);
        assertThat(look(rule, at(8, 20), NOW.plusSeconds(15)))
                .containsExactly(
                        new Finding(
                                "basket-settled",
                                "order-basket-settled queue 0",
                                "12 messages are not consumed",
                                false));
    }

    @Test
    void aConsumerThatGoesOnIsRunningHoweverMuchComes() {
        var rule = new MessagesConsumed();
        look(rule, at(5, 9), NOW);
        assertThat(look(rule, at(9, 20), NOW.plusSeconds(15)))
                .singleElement()
                .matches(Finding::running);
        assertThat(look(rule, at(20, 20), NOW.plusSeconds(30))).isEmpty();
    }

    private static NoMessages at(long consumed, long stored) {
        return new NoMessages() {
            @Override
            public List<Position> positions() {
                return List.of(
                        new Position(
                                "order-basket-settled", "basket-settled", 0, consumed, stored));
            }
        };
    }

    private static Stored stored(String topic, String meantFor, Instant bornAt) {
        return new Stored(topic, 0, 7, meantFor, "K1", bornAt);
    }

    private static List<Finding> look(Rule rule, Messages messages, Instant now) {
        return rule.look(new Evidence(sql -> List.of(), List::of, messages, new NoOrders(), now));
    }
}
