package io.kaimen.sandbox.wechat;

/** A call that WeChat Pay answers with an error. */
public final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final String safeMessage;

    ApiError(Refusal refusal, String message) {
        super(refusal + ": " + message);
        this.refusal = refusal;
        this.safeMessage = message;
    }

    /** What kind of error, with its status, code and number. */
    public Refusal refusal() {
        return refusal;
    }

    /** The message as the merchant gets it. */
    public String message() {
        return safeMessage;
    }
}
