package io.kaimen.order.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kaimen.service.state.IllegalMove;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every from and every to of the three machines, against tables written down a second time. */
class StateTablesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:15:00Z");

    /** Rows from, columns to, both in the order of the enum; x is a move. */
    private static final List<String> ORDER =
            List.of(
                    //  PRE ING AUT OPE CLO SET CAN ABN
                    " .   x   .   .   .   .   x   . ", // PRE_AUTHORISED
                    " .   .   x   .   .   .   x   . ", // AUTHORISING
                    " .   .   .   x   .   .   x   x ", // AUTHORISED
                    " .   .   .   .   x   .   .   x ", // OPENED
                    " .   .   .   .   .   x   .   x ", // CLOSED
                    " .   .   .   .   .   .   .   . ", // SETTLED
                    " .   .   .   .   .   .   .   x ", // CANCELLED
                    " .   .   .   x   x   x   x   . "); // ABNORMAL

    private static final List<String> DOOR =
            List.of(
                    //  NOT ING OPE CLO FAU
                    " .   x   .   .   . ", // NOT_OPENED
                    " x   .   x   .   x ", // OPENING
                    " .   .   .   x   x ", // OPENED
                    " .   .   .   .   x ", // CLOSED
                    " .   .   x   x   . "); // FAULT

    private static final List<String> PAYMENT =
            List.of(
                    //  UNP CAP PAI NOT FAI PAR REF
                    " .   x   .   x   .   .   . ", // UNPAID
                    " .   .   x   x   x   .   . ", // CAPTURING
                    " .   .   .   .   .   x   x ", // PAID
                    " .   .   .   .   .   .   . ", // NOTHING_DUE
                    " .   x   x   .   .   .   . ", // FAILED
                    " .   .   .   .   .   .   x ", // PARTLY_REFUNDED
                    " .   .   .   .   .   .   . "); // REFUNDED

    static Stream<Arguments> orderMoves() {
        return pairs(OrderStatus.values(), ORDER);
    }

    static Stream<Arguments> doorMoves() {
        return pairs(DoorStatus.values(), DOOR);
    }

    static Stream<Arguments> paymentMoves() {
        return pairs(PaymentStatus.values(), PAYMENT);
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @MethodSource("orderMoves")
    void orderMovesAsTheTableSays(OrderStatus from, OrderStatus to, boolean allowed) {
        OrderRow row = OrderFixtures.row();
        row.status = from;
        var progress = new Progress(row);

        check(allowed, () -> progress.moveTo(to, "test", NOW), from, to, progress);
        assertThat(row.status).isEqualTo(allowed ? to : from);
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @MethodSource("doorMoves")
    void doorMovesAsTheTableSays(DoorStatus from, DoorStatus to, boolean allowed) {
        OrderRow row = OrderFixtures.row();
        row.doorStatus = from;
        var progress = new Progress(row);

        check(allowed, () -> progress.moveTo(to, "test", NOW), from, to, progress);
        assertThat(row.doorStatus).isEqualTo(allowed ? to : from);
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @MethodSource("paymentMoves")
    void paymentMovesAsTheTableSays(PaymentStatus from, PaymentStatus to, boolean allowed) {
        OrderRow row = OrderFixtures.row();
        row.paymentStatus = from;
        var progress = new Progress(row);

        check(allowed, () -> progress.moveTo(to, "test", NOW), from, to, progress);
        assertThat(row.paymentStatus).isEqualTo(allowed ? to : from);
    }

    private static void check(
            boolean allowed, Runnable move, Enum<?> from, Enum<?> to, Progress progress) {
        if (allowed) {
            move.run();
            assertThat(progress.moves())
                    .singleElement()
                    .satisfies(made -> {
                        assertThat(made.from()).isEqualTo(from.name());
                        assertThat(made.to()).isEqualTo(to.name());
                    });
        } else {
            assertThatExceptionOfType(IllegalMove.class).isThrownBy(move::run);
            assertThat(progress.moves()).isEmpty();
        }
    }

    private static <S extends Enum<S>> Stream<Arguments> pairs(S[] states, List<String> table) {
        assertThat(table).as("a row for every state").hasSize(states.length);
        return Arrays.stream(states)
                .flatMap(from -> {
                    String[] cells = table.get(from.ordinal()).trim().split(" +", -1);
                    assertThat(cells).as("a column for every state").hasSize(states.length);
                    return Arrays.stream(states)
                            .map(to -> Arguments.of(from, to, cells[to.ordinal()].equals("x")));
                });
    }
}
