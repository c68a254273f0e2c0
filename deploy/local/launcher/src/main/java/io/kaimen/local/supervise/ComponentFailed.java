package io.kaimen.local.supervise;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A component did not start; the message is for a person. */
public final class ComponentFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final String component;
    private final String reason;
    private final transient @Nullable Path log;

    ComponentFailed(String component, String reason, @Nullable Path log) {
        super(component + " " + reason);
        this.component = component;
        this.reason = reason;
        this.log = log;
    }

    /** Its name. */
    public String component() {
        return component;
    }

    /** What it did, without its name. */
    public String reason() {
        return reason;
    }

    /** Where to read more; null when it never ran. */
    public @Nullable Path log() {
        return log;
    }
}
