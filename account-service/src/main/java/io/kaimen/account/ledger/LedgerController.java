package io.kaimen.account.ledger;

import io.kaimen.account.ledger.LedgerMapper.Balance;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LedgerController {

    private final LedgerMapper mapper;

    LedgerController(LedgerMapper mapper) {
        this.mapper = mapper;
    }

    @GetMapping("/admin/ledger/accounts")
    Balances balances() {
        List<Balance> accounts = mapper.balances();
        return new Balances(accounts, accounts.stream().mapToLong(Balance::balanceFen).sum());
    }

    /**
     * All accounts.
     *
     * @param sumFen of all balances; anything but zero is a fault
     */
    record Balances(List<Balance> accounts, long sumFen) {}
}
