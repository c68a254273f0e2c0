package io.kaimen.local.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are left behind, and stock that does not add up, are named. */
class LeftoverRulesIT {

    private Books books = Books.withOnePurchase();

    @BeforeEach
    void onePurchase() {
        books = Books.withOnePurchase();
    }

    @ParameterizedTest
    @ValueSource(strings = {"device", "orders", "account", "channel", "replenish"})
    void anOutboxRowThatWasNotSentIsNamedInEverySchema(String schema) {
        assertThat(books.look(NothingLeftBehind.outbox())).isEmpty();
        books.change(
                """
                insert into %s.outbox (event_id, topic, message_key, body, created_at)
                values ('e1', 'order-cancelled', 'K1', '', '2026-03-01 10:00:00')
                """
                        .formatted(schema));
        assertThat(books.look(NothingLeftBehind.outbox()))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.where()).isEqualTo(schema + ".outbox");
                    assertThat(found.what()).contains("order-cancelled K1");
                    assertThat(found.running()).isFalse();
                });
        assertThat(books.look(NothingLeftBehind.outbox(), Books.OVER.plusSeconds(3)))
                .singleElement()
                .matches(Finding::running);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "account"})
    void anUndoRowThatWasLeftIsNamedInBothSchemas(String schema) {
        assertThat(books.look(NothingLeftBehind.undoLog())).isEmpty();
        books.change(undo(schema, 0));
        assertThat(books.look(NothingLeftBehind.undoLog()))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.where()).isEqualTo(schema + ".undo_log");
                    assertThat(found.key()).isEqualTo("x1");
                });
    }

    @Test
    void seatasMarkOfABranchThatNeverWroteIsNoUndoRow() {
        books.change(undo("orders", 1));
        assertThat(books.look(NothingLeftBehind.undoLog())).isEmpty();
    }

    @Test
    void aSaleThatDidNotLowerItsLaneIsNamed() {
        assertThat(books.look(new StockMoved())).isEmpty();
        books.change("delete from replenish.stock_movement where cause = 'SOLD' and lane = 1");
        assertThat(books.look(new StockMoved()))
                .extracting(Finding::what)
                .containsExactlyInAnyOrder(
                        "2 were sold, none moved", "8 by the book, its movements make 10");
    }

    @Test
    void aSaleBookedOtherwiseThanSoldIsNamed() {
        books.change(
                """
                update replenish.stock_movement set units = -3 where cause = 'SOLD' and lane = 1;
                update replenish.lane_stock set units = 7 where lane = 1
                """);
        assertThat(books.look(new StockMoved()))
                .extracting(Finding::what)
                .containsExactly("2 were sold, 3 moved");
    }

    @Test
    void aMovementNobodySoldIsNamed() {
        books.change("delete from device.basket_line where lane = 2");
        assertThat(books.look(new StockMoved()))
                .extracting(Finding::what)
                .containsExactly("1 moved as sold that no basket has");
    }

    @Test
    void restockedAndWrittenOffUnitsAreMovementsLikeOthers() {
        books.change(
                """
                insert into replenish.stock_movement (sn, lane, sku, cause, units, units_after,
                    reference, moved_by, moved_at)
                values ('C1', 1, 'COLA', 'RESTOCKED', 5, 13, 'task:1', 'r', utc_timestamp()),
                       ('C1', 1, 'COLA', 'WRITTEN_OFF', -1, 12, 'loss:1', 'r', utc_timestamp());
                update replenish.lane_stock set units = 12 where lane = 1
                """);
        assertThat(books.look(new StockMoved())).isEmpty();
    }

    @Test
    void aParkedLetterIsNamedUntilItIsReplayedOrDiscarded() {
        books.change(
                """
                create table if not exists channel.dead_letter (
                    id bigint not null auto_increment primary key, consumer_group varchar(96),
                    topic varchar(64), event_id varchar(120), message_key varchar(255),
                    body mediumblob, error_class varchar(255), error_message varchar(1000),
                    tries int, first_failed_at datetime(3), last_failed_at datetime(3),
                    state varchar(16));
                insert into channel.dead_letter (consumer_group, topic, event_id, message_key, body,
                    error_class, error_message, tries, first_failed_at, last_failed_at, state)
                values ('g', 'restock-task-opened', 'e1', 'C1', '', 'NoSuchTemplate', 'no words', 3,
                    '2026-03-01', '2026-03-01', 'PARKED')
                """);
        assertThat(books.look(NothingLeftBehind.deadLetters()))
                .containsExactly(
                        new Finding(
                                "channel.dead_letter",
                                "g e1",
                                "of restock-task-opened C1: NoSuchTemplate no words",
                                false));
        books.change("update channel.dead_letter set state = 'REPLAYED'");
        assertThat(books.look(NothingLeftBehind.deadLetters())).isEmpty();
    }

    private static String undo(String schema, int status) {
        return """
        insert into %s.undo_log (branch_id, xid, context, rollback_info, log_status, log_created,
            log_modified)
        values (1, 'x1', '', '', %d, '2026-03-01 10:00:00', '2026-03-01 10:00:00')
        """
                .formatted(schema, status);
    }
}
