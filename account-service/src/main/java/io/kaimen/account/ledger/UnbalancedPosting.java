package io.kaimen.account.ledger;

/** A posting whose entries do not sum to zero: a fault of the code that made it. */
public class UnbalancedPosting extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    UnbalancedPosting(String message) {
        super(message);
    }
}
