package io.kaimen.account.book;

import io.kaimen.contracts.account.AccountsApi;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountsController implements AccountsApi {

    private final Accounts accounts;

    AccountsController(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void open(OpenAccount request) {
        accounts.open(request.shopperId());
    }
}
