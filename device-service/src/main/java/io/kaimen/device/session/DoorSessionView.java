package io.kaimen.device.session;

import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.BasketSettled.Flag;
import io.kaimen.contracts.device.BasketSettled.LaneWeights;
import io.kaimen.device.alarm.Alarm;
import io.kaimen.device.command.Command;
import io.kaimen.device.planogram.PricedLane;
import io.kaimen.device.session.BasketMapper.LineRow;
import io.kaimen.device.session.DoorEventMapper.EventRow;
import io.kaimen.device.session.DoorSessionMapper.MoveRow;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.StableWeight;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A door session as operators see it: everything it was decided by.
 *
 * @param lanes products and prices of the moment of opening
 * @param baseline the weights before the unlock
 * @param commands the open command and all questions, with their times and answers
 * @param events what the cabinet said of the door
 * @param evidence what the weights say of a sale whose order had been cancelled; an operator
 *     decides
 * @param basket null until there is one
 */
record DoorSessionView(
        String orderNo,
        String sn,
        int door,
        String site,
        String region,
        String partner,
        long fence,
        DoorSessionState state,
        Instant stateChangedAt,
        @Nullable Moment opened,
        @Nullable Moment closed,
        @Nullable Instant cancelledAt,
        List<MoveRow> moves,
        List<PricedLane> lanes,
        List<StableWeight> baseline,
        List<Command> commands,
        List<EventRow> events,
        List<Alarm> alarms,
        @Nullable BasketSettled evidence,
        @Nullable BasketView basket) {

    /**
     * What was taken.
     *
     * @param weights every lane's before and after
     */
    record BasketView(
            List<LineRow> lines,
            long totalFen,
            List<LaneWeights> weights,
            List<Flag> flags,
            String algorithm,
            Instant settledAt) {}
}
