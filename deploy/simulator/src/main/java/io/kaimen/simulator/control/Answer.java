package io.kaimen.simulator.control;

import java.util.Map;

/** What a control call is answered. */
record Answer(int status, Object body) {

    static Answer ok(Object body) {
        return new Answer(200, body);
    }

    static Answer problem(int status, Exception cause) {
        return new Answer(
                status, Map.of("status", status, "detail", String.valueOf(cause.getMessage())));
    }

    /** A call that cannot be answered as asked. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
