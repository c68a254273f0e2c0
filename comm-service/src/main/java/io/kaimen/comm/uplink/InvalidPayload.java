package io.kaimen.comm.uplink;

/** A cabinet's payload is not what the protocol allows; the message says where. */
class InvalidPayload extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidPayload(String message) {
        super(message);
    }

    InvalidPayload(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
