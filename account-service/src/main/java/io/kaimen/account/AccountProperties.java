package io.kaimen.account;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of {@code kaimen.account}.
 *
 * @param initialAdministratorPassword of the operator {@code admin}, who is created at start while
 *     there is no operator at all; without it nobody is created
 * @param operatorTokenLife how long an operator's login lasts; default 8 hours
 * @param firstLook how long after asking a platform to collect it is asked what became of it;
 *     doubles with each further look; default 5 seconds
 * @param longestLook bound of that doubling; default 10 minutes
 * @param unansweredLook the longest wait after an ask that nobody answered: our own services are
 *     soon back, so this does not double; default 10 seconds
 * @param sweepBatch settlements one run of the sweep looks at, at most; default 200
 */
@Validated
@ConfigurationProperties("kaimen.account")
public record AccountProperties(
        @Nullable String initialAdministratorPassword,
        @DefaultValue("8h") Duration operatorTokenLife,
        @DefaultValue("5s") Duration firstLook,
        @DefaultValue("10m") Duration longestLook,
        @DefaultValue("10s") Duration unansweredLook,
        @Positive @DefaultValue("200") int sweepBatch) {

    /** Never shows the password. */
    @Override
    public String toString() {
        return "AccountProperties[operatorTokenLife=%s, firstLook=%s, longestLook=%s, sweepBatch=%d]"
                .formatted(operatorTokenLife, firstLook, longestLook, sweepBatch);
    }
}
