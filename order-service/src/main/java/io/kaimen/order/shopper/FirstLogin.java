package io.kaimen.order.shopper;

import io.kaimen.contracts.account.AccountsApi.OpenAccount;
import org.apache.seata.spring.annotation.GlobalTransactional;
import org.springframework.stereotype.Component;

/** Creates a shopper here and the account in account-service: both or neither. */
@Component
class FirstLogin {

    /** Above Feign's timeouts, or the coordinator would roll back under a call that may succeed. */
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Shoppers shoppers;
    private final Accounts accounts;

    FirstLogin(Shoppers shoppers, Accounts accounts) {
        this.shoppers = shoppers;
        this.accounts = accounts;
    }

    /**
     * @throws org.springframework.dao.DuplicateKeyException when another first login of the same
     *     person has got there
     */
    @GlobalTransactional(name = "first-login", timeoutMills = TIMEOUT_MILLIS)
    public void create(Shopper shopper) {
        shoppers.add(shopper);
        accounts.open(new OpenAccount(shopper.id()));
    }
}
