package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import java.util.List;

/** Something that must hold whatever happened. */
public interface Rule {

    /** Stable, for programs. */
    String name();

    /** What must hold, for people. */
    String says();

    /**
     * What does not fit; nothing when it holds.
     *
     * @throws io.kaimen.local.check.source.Unreachable when the evidence cannot be had
     */
    List<Finding> look(Evidence evidence);
}
