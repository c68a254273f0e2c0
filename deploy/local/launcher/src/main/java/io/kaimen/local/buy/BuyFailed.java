package io.kaimen.local.buy;

/** No purchase could be made; the message is for a person. */
public final class BuyFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    BuyFailed(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
