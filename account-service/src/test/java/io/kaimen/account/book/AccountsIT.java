package io.kaimen.account.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kaimen.account.OnAccountService;
import io.kaimen.account.Rows;
import io.kaimen.contracts.account.AccountsApi.OpenAccount;
import io.kaimen.service.security.Role;
import io.kaimen.service.testing.Calls;
import java.util.UUID;
import org.apache.seata.core.context.RootContext;
import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.tm.api.GlobalTransaction;
import org.apache.seata.tm.api.GlobalTransactionContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

@OnAccountService
class AccountsIT {

    @Autowired AccountsController controller;
    @Autowired Rows rows;
    @Autowired Calls calls;

    private final String shopper = UUID.randomUUID().toString();

    @Test
    void opensAnAccountOnce() {
        controller.open(new OpenAccount(shopper));
        controller.open(new OpenAccount(shopper));

        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void isGoneWhenTheCallersGlobalTransactionRollsBack() throws TransactionException {
        GlobalTransaction callers = GlobalTransactionContext.createNew();
        callers.begin(30_000, "test");
        RootContext.unbind();
        try {
            open(calls.as(Role.SERVICE), callers.getXid());
            // The same again inside the same transaction, as after a lost answer.
            open(calls.as(Role.SERVICE), callers.getXid());
            assertThat(accounts()).isEqualTo(1);
        } finally {
            RootContext.bind(callers.getXid());
            callers.rollback();
        }

        await().until(() -> accounts() == 0);
    }

    @Test
    void isOpenedByServicesOnly() {
        assertThatThrownBy(() -> open(calls.as(Role.SHOPPER), "none"))
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
        assertThatThrownBy(() -> open(calls.anonymous(), "none"))
                .isInstanceOf(HttpClientErrorException.Unauthorized.class);
    }

    private void open(RestClient client, String xid) {
        client.post()
                .uri("/internal/accounts")
                .header(RootContext.KEY_XID, xid)
                .body(new OpenAccount(shopper))
                .retrieve()
                .toBodilessEntity();
    }

    private long accounts() {
        return rows.count("account where shopper_id = ?", shopper);
    }
}
