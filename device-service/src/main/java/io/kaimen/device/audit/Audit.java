package io.kaimen.device.audit;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Records every change an operator makes, in the change's own transaction. */
@Component
public class Audit {

    private final AuditMapper mapper;
    private final JsonMapper json;
    private final Clock clock;

    Audit(AuditMapper mapper, JsonMapper json, Clock clock) {
        this.mapper = mapper;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records a change.
     *
     * @param who the operator's name
     * @param action kebab-case
     * @param subject what was changed, as kind and code
     * @param before null for something new
     * @param after null for something gone
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            String who,
            String action,
            String subject,
            @Nullable Object before,
            @Nullable Object after) {
        mapper.insert(clock.instant(), who, action, subject, written(before), written(after));
    }

    private @Nullable String written(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }
}
