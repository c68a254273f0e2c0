package io.kaimen.order.played;

import io.kaimen.service.messaging.MessageSender;
import io.kaimen.service.messaging.RecordedDeliveries;
import io.kaimen.service.testing.HeardMessages;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Starts purchases. */
@Component
public class Purchases {

    private final Caller caller;
    private final MessageSender sender;
    private final PlayedChannel channel;
    private final HeardMessages heard;
    private final RecordedDeliveries deliveries;
    private final JdbcTemplate jdbc;

    Purchases(
            Caller caller,
            MessageSender sender,
            PlayedChannel channel,
            HeardMessages heard,
            RecordedDeliveries deliveries,
            JdbcTemplate jdbc) {
        this.caller = caller;
        this.sender = sender;
        this.channel = channel;
        this.heard = heard;
        this.deliveries = deliveries;
        this.jdbc = jdbc;
    }

    /** A new shopper has tapped at a new cabinet's door 1. */
    public Purchase start() {
        String sn = "KM-" + UUID.randomUUID().toString().substring(0, 8);
        Caller.Phone phone = caller.newShopper();
        String orderNo = caller.tap(phone, sn, 1).text("orderNo");
        return new Purchase(this, phone, sn, orderNo);
    }

    Caller caller() {
        return caller;
    }

    MessageSender sender() {
        return sender;
    }

    PlayedChannel channel() {
        return channel;
    }

    HeardMessages heard() {
        return heard;
    }

    RecordedDeliveries deliveries() {
        return deliveries;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }
}
