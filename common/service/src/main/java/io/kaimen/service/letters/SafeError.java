package io.kaimen.service.letters;

import io.kaimen.service.messaging.UndecodableMessage;
import io.kaimen.service.problem.Problem;
import org.springframework.core.NestedExceptionUtils;

/**
 * What may be shown and kept of a failure. Messages of exceptions are not: they repeat rows,
 * addresses and whatever else was at hand; the log has them.
 */
record SafeError(String type, String message) {

    private static final int LONGEST_TYPE = 255;
    private static final int LONGEST_MESSAGE = 1000;
    private static final String OURS = "io.kaimen.";

    static SafeError of(Throwable failure) {
        return new SafeError(
                cut(failure.getClass().getName(), LONGEST_TYPE),
                cut(message(failure), LONGEST_MESSAGE));
    }

    private static String message(Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem.code() + ": " + problem.safeMessage();
        }
        if (failure instanceof UndecodableMessage) {
            return String.valueOf(failure.getMessage());
        }
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        return root.getClass().getName() + place(failure);
    }

    /** Where in our code it came out: enough to find it, and nothing of the data. */
    private static String place(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith(OURS)) {
                return " at "
                        + frame.getClassName()
                        + "."
                        + frame.getMethodName()
                        + ":"
                        + frame.getLineNumber();
            }
        }
        return "";
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
