package io.kaimen.contracts.account;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Shoppers' accounts. */
public interface AccountsApi {

    /**
     * Opens a shopper's account; a branch of the caller's global transaction. Repeating it changes
     * nothing.
     */
    @PostMapping("/internal/accounts")
    void open(@RequestBody OpenAccount request);

    /** Whose account. */
    record OpenAccount(String shopperId) {}
}
