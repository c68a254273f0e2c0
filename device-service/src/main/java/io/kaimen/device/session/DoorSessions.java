package io.kaimen.device.session;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.contracts.device.DoorSessionMoved.Unopened;
import io.kaimen.device.planogram.PricedLane;
import io.kaimen.device.session.DoorSessionMapper.MoveRow;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.StableWeight;
import io.kaimen.service.messaging.Outbox;
import io.kaimen.service.state.StaleMove;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The door sessions. Every move is a guarded update, recorded, and told to order-service. */
@Component
class DoorSessions {

    private static final int CAUSE_LENGTH = 200;
    private static final TypeReference<List<PricedLane>> LANES = new TypeReference<>() {};
    private static final TypeReference<List<StableWeight>> WEIGHTS = new TypeReference<>() {};

    private final DoorSessionMapper mapper;
    private final Outbox outbox;
    private final JsonMapper json;

    DoorSessions(DoorSessionMapper mapper, Outbox outbox, JsonMapper json) {
        this.mapper = mapper;
        this.outbox = outbox;
        this.json = json;
    }

    Optional<DoorSession> find(String orderNo) {
        return mapper.find(orderNo).map(this::session);
    }

    /** Reads a session and keeps it from changing until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<DoorSession> lock(String orderNo) {
        return mapper.lock(orderNo).map(this::session);
    }

    /** The order whose session at that door has not ended. */
    Optional<String> livingAt(String sn, int door) {
        return mapper.livingAt(sn, door);
    }

    /** Orders of a cabinet whose doors were commanded and perhaps not seen closed. */
    List<String> unclosedOf(String sn) {
        return mapper.unclosedOf(sn);
    }

    /** Begins a session in the state it has. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(DoorSession session, String cause) {
        mapper.insert(row(session));
        Unopened unopened = session.is(DoorSessionState.NOT_OPENED) ? Unopened.NOT_COMMANDED : null;
        record(null, session, unopened, cause, session.stateChangedAt());
    }

    /**
     * Saves a move.
     *
     * @param at when it happened, by the server's time; not always when it became known
     * @throws StaleMove when the session is not as it was
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DoorSession moved(DoorSession before, DoorSession after, String cause, Instant at) {
        save(before, after);
        record(before.state(), after, null, cause, at);
        return after;
    }

    /** Saves the move of a door that did not open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void notOpened(
            DoorSession before, DoorSession after, Unopened why, String cause, Instant at) {
        save(before, after);
        record(before.state(), after, why, cause, at);
    }

    /** Saves a change that is no move. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noted(DoorSession before, DoorSession after) {
        save(before, after);
    }

    private void save(DoorSession before, DoorSession after) {
        StaleMove.unlessOne(
                mapper.update(row(after), before.state()), "Door session " + before.orderNo());
    }

    private void record(
            @Nullable DoorSessionState from,
            DoorSession session,
            @Nullable Unopened unopened,
            String cause,
            Instant at) {
        String shortened = cause.length() > CAUSE_LENGTH ? cause.substring(0, CAUSE_LENGTH) : cause;
        mapper.recordMove(session.orderNo(), from, session.state(), unopened, shortened, at);
        session.state()
                .announced()
                .ifPresent(state ->
                        outbox.publish(
                                Topic.DOOR_SESSION_MOVED,
                                session.orderNo(),
                                new DoorSessionMoved(
                                        session.orderNo(),
                                        session.sn(),
                                        session.door(),
                                        state,
                                        at,
                                        shortened,
                                        session.commandId(),
                                        unopened)));
    }

    /** Orders of sessions in a state since before that time, in order, a page at a time. */
    List<String> inStateSince(DoorSessionState state, Instant before, String after, int limit) {
        return mapper.inStateSince(state, before, after, limit);
    }

    List<MoveRow> moves(String orderNo) {
        return mapper.moves(orderNo);
    }

    /** Whether the same door has had another session since. */
    boolean wasFollowed(DoorSession session) {
        return mapper.hasLater(session.sn(), session.door(), session.fence());
    }

    /** Keeps what the weights say of a session that waits for an operator; the first time only. */
    @Transactional
    public void keepEvidence(String orderNo, BasketSettled basket) {
        mapper.keepEvidence(orderNo, json.writeValueAsString(basket));
    }

    /** What was kept. */
    Optional<BasketSettled> evidence(String orderNo) {
        return mapper.evidence(orderNo).map(kept -> json.readValue(kept, BasketSettled.class));
    }

    /**
     * Keeps others from settling the same session for a while; whoever does it after all still
     * meets the guarded move.
     */
    @Transactional
    public boolean leaseSettling(String orderNo, Instant now, Duration lease) {
        return mapper.leaseSettling(orderNo, now, now.plus(lease)) == 1;
    }

    private DoorSessionRow row(DoorSession s) {
        Moment opened = s.opened();
        Moment closed = s.closed();
        return new DoorSessionRow(
                s.orderNo(),
                s.shopperId(),
                s.platform(),
                s.sn(),
                s.door(),
                s.place().site(),
                s.place().region(),
                s.place().partner(),
                s.fence(),
                s.lockToken(),
                s.state(),
                s.stateChangedAt(),
                s.commandId(),
                s.commandIssuedAt(),
                json.writeValueAsString(s.lanes()),
                json.writeValueAsString(s.baseline()),
                opened == null ? null : opened.boot(),
                opened == null ? null : opened.up(),
                opened == null ? null : opened.receivedAt(),
                closed == null ? null : closed.boot(),
                closed == null ? null : closed.up(),
                closed == null ? null : closed.receivedAt(),
                s.cancelledAt());
    }

    private DoorSession session(DoorSessionRow row) {
        return new DoorSession(
                row.orderNo(),
                row.shopperId(),
                row.platform(),
                new DoorSession.Place(
                        row.sn(), row.door(), row.site(), row.region(), row.partner()),
                row.fence(),
                row.lockToken(),
                row.state(),
                row.stateChangedAt(),
                row.commandId(),
                row.commandIssuedAt(),
                json.readValue(row.lanesJson(), LANES),
                json.readValue(row.baselineJson(), WEIGHTS),
                moment(row.openedBoot(), row.openedUptime(), row.openedAt()),
                moment(row.closedBoot(), row.closedUptime(), row.closedAt()),
                row.cancelledAt());
    }

    private static @Nullable Moment moment(
            @Nullable String boot, @Nullable Long up, @Nullable Instant receivedAt) {
        return boot == null
                ? null
                : new Moment(boot, Objects.requireNonNull(up), Objects.requireNonNull(receivedAt));
    }
}
