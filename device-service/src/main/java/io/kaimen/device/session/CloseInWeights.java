package io.kaimen.device.session;

import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.device.shadow.Moment;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.stereotype.Component;

/**
 * When a door was closed whose close nobody told of: every reading says how its door stood, so the
 * weights taken since count and need not be waited for once more.
 */
@Component
class CloseInWeights {

    private final Samples samples;

    CloseInWeights(Samples samples) {
        this.samples = samples;
    }

    /** How a lane's door stood when it was weighed. */
    record Sample(String bootId, long uptimeMillis, Instant receivedAt, DoorPosition doorPosition) {

        Moment at() {
            return new Moment(bootId, uptimeMillis, receivedAt);
        }
    }

    @Mapper
    interface Samples {

        int MOST = 500;

        /** Newest first. */
        @Select(
                """
                select boot_id, uptime_millis, received_at, door_position from weight_sample
                where sn = #{sn} and lane = #{lane} and received_at > #{since}
                order by received_at desc limit\
                """
                        + " "
                        + MOST)
        List<Sample> since(String sn, int lane, Instant since);
    }

    /**
     * The first reading of the closed door since it was opened.
     *
     * @param saidClosed when the cabinet said that the door is closed
     * @return that, where no reading shows it
     */
    Moment of(DoorSession session, Moment saidClosed) {
        Moment opened = session.opened();
        Moment first = saidClosed;
        if (opened == null || session.baseline().isEmpty()) {
            return first;
        }
        int lane = session.baseline().getFirst().lane();
        for (Sample sample : samples.since(session.sn(), lane, opened.receivedAt())) {
            Moment at = sample.at();
            if (at.isAfter(saidClosed)) {
                continue;
            }
            if (sample.doorPosition() != DoorPosition.CLOSED || !at.isAfter(opened)) {
                break;
            }
            first = at;
        }
        return first;
    }
}
