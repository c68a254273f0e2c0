package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * A claim on a door belongs to something that goes on, and whatever goes on at a door has its
 * claim. Claims for restocking and maintenance belong to people and are left alone.
 */
final class ClaimsHaveOwners implements Rule {

    private static final String CLAIMS =
            """
            select 'device.door_claim' place, concat(c.sn, ' door ', c.door) item,
                concat(c.kind, ' claim ', c.fence, ' of ', c.holder, ': ',
                    case when c.kind = 'CHANGE' then 'a change ends with its claim'
                        when o.order_no is null then 'there is no such order'
                        else concat('the order is ', o.status, ', its session ',
                            coalesce(d.state, 'never began')) end) problem,
                greatest(c.claimed_at, coalesce(o.updated_at, c.claimed_at),
                    coalesce(d.state_changed_at, c.claimed_at)) since
            from device.door_claim c
            left join orders.orders o on o.order_no = c.holder
            left join orders.claim_intent i on i.order_no = c.holder
            left join device.door_session d on d.order_no = c.holder
            where c.kind = 'CHANGE'
                or c.kind = 'SALE' and (o.order_no is null and i.order_no is null
                    or o.status in ('CANCELLED', 'SETTLED')
                    or d.state in ('SETTLED', 'NOT_OPENED'))
            union all
            select 'device.door_session', d.order_no,
                concat(d.state, ' without a claim on door ', d.door, ' of ', d.sn),
                d.state_changed_at
            from device.door_session d
            left join device.door_claim c
                on c.sn = d.sn and c.door = d.door and c.holder = d.order_no
            where d.state not in ('SETTLED', 'NOT_OPENED') and c.sn is null
            """;

    /** Its sweep takes no note younger than half a minute. */
    private static final String INTENTS =
            """
            select 'orders.claim_intent' place, order_no item,
                concat('a note of a claim on door ', door, ' of ', sn, ' was left') problem,
                created_at + interval 30 second since
            from orders.claim_intent
            """;

    @Override
    public String name() {
        return "claims-have-owners";
    }

    @Override
    public String says() {
        return "every claim on a door belongs to a purchase that goes on, and the other way round";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        var findings = new ArrayList<>(Findings.of(evidence, CLAIMS, Patience.MESSAGE));
        findings.addAll(Findings.of(evidence, INTENTS, Patience.SWEEP.plus(Patience.MESSAGE)));
        return findings;
    }
}
