package io.kaimen.channel.callback;

import io.kaimen.channel.authorisation.Authorisation;
import io.kaimen.channel.authorisation.AuthorisationStatus;
import io.kaimen.channel.authorisation.Authorisations;
import io.kaimen.channel.callback.NotificationMapper.Heard;
import io.kaimen.channel.capture.CaptureRequest;
import io.kaimen.channel.capture.CaptureStatus;
import io.kaimen.channel.capture.Captures;
import io.kaimen.channel.platform.PlatformCall;
import io.kaimen.channel.platform.PlatformCalls;
import io.kaimen.contracts.trace.TraceApi;
import io.kaimen.contracts.trace.TraceKind;
import io.kaimen.contracts.trace.TraceMoment;
import io.kaimen.contracts.trace.TracePart;
import io.kaimen.contracts.trace.TraceSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers for this service in an order's trace: what was asked of the platform, what it told us.
 */
@RestController
class TraceController implements TraceApi {

    private final Authorisations authorisations;
    private final Captures captures;
    private final NotificationMapper notifications;
    private final PlatformCalls calls;

    TraceController(
            Authorisations authorisations,
            Captures captures,
            NotificationMapper notifications,
            PlatformCalls calls) {
        this.authorisations = authorisations;
        this.captures = captures;
        this.notifications = notifications;
        this.calls = calls;
    }

    @Override
    public TracePart trace(String orderNo) {
        List<TraceMoment> moments = new ArrayList<>();
        calls.about(orderNo).forEach(call -> moments.add(moment(call)));
        authorisations
                .find(orderNo)
                .ifPresent(asked -> {
                    moments.addAll(moments(asked));
                    notifications
                            .about(asked.platform(), orderNo)
                            .forEach(heard -> moments.add(moment(heard)));
                });
        captures.find(orderNo).ifPresent(capture -> moments.addAll(moments(capture)));
        return TracePart.of(moments);
    }

    private static TraceMoment moment(PlatformCall call) {
        return channel(call.startedAt(), TraceKind.PLATFORM_CALLED)
                .with("platform", call.platform())
                .with("operation", call.operation())
                .with("outcome", call.outcome())
                .with("status", call.status())
                .with("error", call.error())
                .with("millis", call.millis());
    }

    /** Only when it was asked for and when it last moved is kept, not the steps between. */
    private static List<TraceMoment> moments(Authorisation asked) {
        List<TraceMoment> moments = new ArrayList<>();
        moments.add(
                channel(asked.createdAt(), TraceKind.AUTHORISATION_MOVED)
                        .with("state", AuthorisationStatus.REQUESTED));
        if (asked.status() != AuthorisationStatus.REQUESTED) {
            moments.add(
                    channel(asked.updatedAt(), TraceKind.AUTHORISATION_MOVED)
                            .with("state", asked.status())
                            .with("refusal", asked.refusal()));
        }
        return moments;
    }

    private static List<TraceMoment> moments(CaptureRequest capture) {
        List<TraceMoment> moments = new ArrayList<>();
        moments.add(
                channel(capture.createdAt(), TraceKind.CAPTURE_MOVED)
                        .with("state", CaptureStatus.REQUESTED)
                        .with("amountFen", capture.totalFen()));
        if (capture.status() != CaptureStatus.REQUESTED) {
            moments.add(
                    channel(capture.updatedAt(), TraceKind.CAPTURE_MOVED)
                            .with("state", capture.status())
                            .with("amountFen", capture.totalFen())
                            .with("transactionId", capture.transactionId())
                            .with("refusal", capture.refusal()));
        }
        return moments;
    }

    private static TraceMoment moment(Heard heard) {
        return TraceMoment.of(heard.firstAt(), TraceSource.PLATFORM, TraceKind.PLATFORM_NOTIFIED)
                .with("eventType", heard.eventType())
                .with("outcome", heard.outcome())
                .with("deliveries", heard.deliveries())
                .with("lastAt", heard.deliveries() > 1 ? heard.lastAt() : null)
                .with("belief", heard.status());
    }

    private static TraceMoment channel(Instant at, TraceKind kind) {
        return TraceMoment.of(at, TraceSource.CHANNEL, kind);
    }
}
