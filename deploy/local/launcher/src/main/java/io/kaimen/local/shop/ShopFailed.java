package io.kaimen.local.shop;

/** No purchase could be made; the message is for a person. */
public final class ShopFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public ShopFailed(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
