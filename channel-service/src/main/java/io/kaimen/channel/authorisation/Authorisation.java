package io.kaimen.channel.authorisation;

import io.kaimen.contracts.Platform;
import io.kaimen.contracts.channel.AuthorisationsApi.CreateAuthorisation;
import io.kaimen.service.state.IllegalMove;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order's authorisation.
 *
 * @param request what the platform was sent, word for word
 * @param frontEnd JSON of the parameters for the platform's page; null until created
 * @param refusal for the shopper; null unless refused
 */
public record Authorisation(
        String orderNo,
        Platform platform,
        AuthorisationStatus status,
        String openid,
        String sn,
        int door,
        String request,
        @Nullable String frontEnd,
        @Nullable String refusal,
        Instant createdAt,
        Instant updatedAt) {

    static Authorisation requested(CreateAuthorisation wanted, String request, Instant now) {
        return new Authorisation(
                wanted.orderNo(),
                wanted.platform(),
                AuthorisationStatus.REQUESTED,
                wanted.openid(),
                wanted.sn(),
                wanted.door(),
                request,
                null,
                null,
                now,
                now);
    }

    /** Whether this came of the same wish: same shopper, same door. */
    boolean isFor(CreateAuthorisation wanted) {
        return platform == wanted.platform()
                && openid.equals(wanted.openid())
                && sn.equals(wanted.sn())
                && door == wanted.door();
    }

    Authorisation created(String frontEnd, Instant now) {
        return moveTo(AuthorisationStatus.CREATED, frontEnd, null, now);
    }

    Authorisation refused(String plainWords, Instant now) {
        return moveTo(AuthorisationStatus.REFUSED, null, plainWords, now);
    }

    Authorisation moveTo(AuthorisationStatus to, Instant now) {
        return moveTo(to, frontEnd, refusal, now);
    }

    private Authorisation moveTo(
            AuthorisationStatus to,
            @Nullable String frontEnd,
            @Nullable String refusal,
            Instant now) {
        if (!status.next().contains(to)) {
            throw new IllegalMove("Authorisation " + orderNo, status, to);
        }
        return new Authorisation(
                orderNo, platform, to, openid, sn, door, request, frontEnd, refusal, createdAt,
                now);
    }
}
