package io.kaimen.order.played;

import io.kaimen.contracts.account.AccountsApi;
import io.kaimen.contracts.account.PurchaseHoldsApi;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RestController;

/**
 * Account-service. Its rows are real, written as branches of the caller's global transaction, so
 * that a rollback can be seen.
 */
@RestController
public class PlayedAccount implements AccountsApi, PurchaseHoldsApi {

    private final JdbcTemplate jdbc;
    private volatile boolean failing;
    private volatile @Nullable Stall stall;

    PlayedAccount(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute(
                "create table if not exists played_account (shopper_id varchar(32) primary key)");
        jdbc.execute(
                """
                create table if not exists played_hold (
                    shopper_id varchar(32) primary key, order_no varchar(32) not null)
                """);
    }

    /** From now on (not) failing after its row is written. */
    public void failing(boolean on) {
        failing = on;
    }

    /** Does not answer after its row is written, until closed. */
    public Stall stall() {
        var fresh = new Stall();
        stall = fresh;
        return fresh;
    }

    public boolean hasAccount(String shopperId) {
        return count("select count(*) from played_account where shopper_id = ?", shopperId) == 1;
    }

    public boolean hasHold(String shopperId) {
        return count("select count(*) from played_hold where shopper_id = ?", shopperId) == 1;
    }

    /** Another purchase of the shopper, which the order service knows nothing of. */
    public void holdBy(String shopperId, String orderNo) {
        jdbc.update(
                "insert into played_hold (shopper_id, order_no) values (?, ?)", shopperId, orderNo);
    }

    /** Frees the hold, as account-service does when the order has ended. */
    public void free(String shopperId) {
        jdbc.update("delete from played_hold where shopper_id = ?", shopperId);
    }

    @Override
    public void open(OpenAccount request) {
        jdbc.update("insert into played_account (shopper_id) values (?)", request.shopperId());
        misbehave();
    }

    @Override
    public HoldAnswer place(PlaceHold request) {
        try {
            jdbc.update(
                    "insert into played_hold (shopper_id, order_no) values (?, ?)",
                    request.shopperId(),
                    request.orderNo());
        } catch (DuplicateKeyException e) {
            return new HoldAnswer(
                    false,
                    jdbc.queryForObject(
                            "select order_no from played_hold where shopper_id = ?",
                            String.class,
                            request.shopperId()));
        }
        misbehave();
        return new HoldAnswer(true, null);
    }

    private void misbehave() {
        Stall now = stall;
        if (now != null) {
            stall = null;
            now.here();
        }
        if (failing) {
            throw new IllegalStateException("told to fail");
        }
    }

    private int count(String sql, String shopperId) {
        Integer count = jdbc.queryForObject(sql, Integer.class, shopperId);
        return count == null ? 0 : count;
    }
}
