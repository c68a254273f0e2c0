package io.kaimen.device.session;

import static io.kaimen.device.session.SessionFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.session.DoorEventMapper.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EventsInOrderTest {

    private static final Instant NOW = NOON;
    private static final Instant LATER = NOW.plusSeconds(1);
    private static final Instant PAST = NOW.minusSeconds(1);

    private final DoorEventMapper events = mock();
    private final Cabinets cabinets = mock();
    private final ApplyDoorEvent applyDoorEvent = mock();
    private final List<String> applied = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final EventsInOrder inOrder =
            new EventsInOrder(
                    events,
                    cabinets,
                    applyDoorEvent,
                    mock(),
                    new TransactionTemplate(mock(PlatformTransactionManager.class)),
                    new Binder(new MapConfigurationPropertySource(Map.of()))
                            .bindOrCreate("kaimen.device", DeviceProperties.class),
                    Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void rowsAreKept() {
        when(events.waiting("SN")).thenAnswer(call -> List.copyOf(waiting));
        when(events.applied(any(), any()))
                .thenAnswer(call -> waiting.remove(call.<Waiting>getArgument(0)) ? 1 : 0);
        when(applyDoorEvent.apply(any()))
                .thenAnswer(call -> {
                    var origin = call.<DoorReported>getArgument(0).origin();
                    applied.add(origin.bootId() + origin.sequence());
                    return null;
                });
        when(events.lastApplied(anyString(), anyString())).thenReturn(0L);
    }

    @Test
    void whatHasNotWaitedLongEnoughWaitsOn() {
        waits("a", 2, LATER);
        inOrder.catchUp("SN");
        assertThat(applied).isEmpty();
    }

    @Test
    void whatIsBeforeAnOverdueEventGoesWithIt() {
        waits("a", 3, LATER);
        waits("a", 5, PAST);
        waits("b", 7, LATER);
        inOrder.catchUp("SN");
        assertThat(applied).containsExactly("a3", "a5");
    }

    @Test
    void anEventThatFailsKeepsItsPlaceForAWhile() {
        waits("a", 3, PAST);
        doThrow(new IllegalStateException("test")).when(applyDoorEvent).apply(any());
        assertThatIllegalStateException().isThrownBy(() -> inOrder.catchUp("SN"));
        verify(events, never()).applied(any(), any());
    }

    @Test
    void anEventThatFailsForLongIsLeftOut() {
        waits("a", 3, NOW.minusSeconds(61));
        doThrow(new IllegalStateException("test")).when(applyDoorEvent).apply(any());
        assertThatIllegalStateException().isThrownBy(() -> inOrder.catchUp("SN"));
        assertThat(waiting).isEmpty();
    }

    private void waits(String boot, long sequence, Instant until) {
        waiting.add(
                new Waiting(
                        "SN", boot, sequence, 1, DoorReported.Kind.OPENED, 1, NOW, null, until));
    }
}
