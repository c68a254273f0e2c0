package io.kaimen.device.claim;

import io.kaimen.contracts.device.DoorClaimsApi.ClaimKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes what doors sell while nobody else has them: all claims or none, taken in order of the
 * doors, in the change's own transaction.
 */
@Component
public class ChangeDoors {

    private final DoorClaims claims;
    private final TokenLock locks;
    private final TransactionTemplate transaction;

    ChangeDoors(DoorClaims claims, TokenLock locks, TransactionTemplate transaction) {
        this.claims = claims;
        this.locks = locks;
        this.transaction = transaction;
    }

    /**
     * Does a change with the doors claimed.
     *
     * @param doors in ascending order
     * @param change runs in a transaction
     * @throws DoorInUse when one of the doors is taken; nothing is changed then
     */
    public <T> T change(String sn, List<Integer> doors, Supplier<T> change) {
        String holder = "change-" + UUID.randomUUID();
        Map<Integer, String> tokens = new LinkedHashMap<>();
        try {
            for (Integer door : doors) {
                String token = locks.take(sn, door, holder);
                if (token == null) {
                    throw new DoorInUse(sn, door);
                }
                tokens.put(door, token);
            }
            return changeClaimed(sn, tokens, holder, change);
        } finally {
            tokens.forEach((door, token) -> locks.release(sn, door, token));
        }
    }

    private <T> T changeClaimed(
            String sn, Map<Integer, String> tokens, String holder, Supplier<T> change) {
        return transaction.execute(status -> {
            List<DoorClaim> taken =
                    tokens.entrySet().stream().map(door -> add(sn, door, holder)).toList();
            T result = change.get();
            taken.forEach(c -> claims.end(sn, c.door(), holder, c.fence(), c.lockToken()));
            return result;
        });
    }

    private DoorClaim add(String sn, Map.Entry<Integer, String> door, String holder) {
        try {
            return claims.add(sn, door.getKey(), ClaimKind.CHANGE, holder, door.getValue());
        } catch (DuplicateKeyException taken) {
            throw new DoorInUse(sn, door.getKey());
        }
    }
}
