package io.kaimen.contracts;

import static io.kaimen.contracts.ServiceName.ACCOUNT;
import static io.kaimen.contracts.ServiceName.CHANNEL;
import static io.kaimen.contracts.ServiceName.COMM;
import static io.kaimen.contracts.ServiceName.DEVICE;
import static io.kaimen.contracts.ServiceName.ORDER;
import static io.kaimen.contracts.ServiceName.REPLENISH;

import io.kaimen.contracts.account.CaptureDue;
import io.kaimen.contracts.account.OrderCharged;
import io.kaimen.contracts.channel.AuthorisationAnswered;
import io.kaimen.contracts.channel.PaymentCaptured;
import io.kaimen.contracts.comm.CabinetConnected;
import io.kaimen.contracts.comm.CabinetGone;
import io.kaimen.contracts.comm.CabinetReported;
import io.kaimen.contracts.comm.CommandAnswered;
import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.contracts.comm.WeightsReported;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.contracts.device.CabinetStatusChanged;
import io.kaimen.contracts.device.DoorCheckDue;
import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.contracts.device.PlanogramChanged;
import io.kaimen.contracts.order.AuthorisationDue;
import io.kaimen.contracts.order.OrderAuthorised;
import io.kaimen.contracts.order.OrderCancelled;
import io.kaimen.contracts.replenish.RestockTaskOpened;
import java.util.Set;

/**
 * Every RocketMQ topic there is. docs/messages.md is generated from this list; brokers get their
 * topics from it.
 */
public enum Topic {
    CABINET_CONNECTED("cabinet-connected", "sn", CabinetConnected.class, COMM, Set.of(DEVICE)),
    CABINET_GONE("cabinet-gone", "sn", CabinetGone.class, COMM, Set.of(DEVICE)),
    CABINET_REPORTED("cabinet-reported", "sn", CabinetReported.class, COMM, Set.of(DEVICE)),
    WEIGHTS_REPORTED("weights-reported", "sn", WeightsReported.class, COMM, Set.of(DEVICE)),
    DOOR_REPORTED("door-reported", "sn", DoorReported.class, COMM, Set.of(DEVICE)),
    COMMAND_ANSWERED("command-answered", "sn", CommandAnswered.class, COMM, Set.of(DEVICE)),

    /**
     * Carries the target instance as its RocketMQ tag: an instance receives the commands for its
     * own cabinets only.
     */
    CABINET_COMMAND("cabinet-command", "sn", CabinetCommand.class, DEVICE, Set.of(COMM)),

    /** No consumer so far: what needs a cabinet's status acts in device-service itself. */
    CABINET_STATUS_CHANGED(
            "cabinet-status-changed", "sn", CabinetStatusChanged.class, DEVICE, Set.of()),
    PLANOGRAM_CHANGED("planogram-changed", "sn", PlanogramChanged.class, DEVICE, Set.of(REPLENISH)),
    DOOR_SESSION_MOVED(
            "door-session-moved", "orderNo", DoorSessionMoved.class, DEVICE, Set.of(ORDER)),
    DOOR_CHECK_DUE("door-check-due", "orderNo", DoorCheckDue.class, DEVICE, Set.of(DEVICE)),

    /** The one transactional message: half message, local transaction, check-back. */
    BASKET_SETTLED(
            "basket-settled",
            "orderNo",
            BasketSettled.class,
            DEVICE,
            Set.of(ORDER, ACCOUNT, REPLENISH)),

    ORDER_AUTHORISED("order-authorised", "orderNo", OrderAuthorised.class, ORDER, Set.of(DEVICE)),
    ORDER_CANCELLED(
            "order-cancelled", "orderNo", OrderCancelled.class, ORDER, Set.of(DEVICE, ACCOUNT)),
    AUTHORISATION_DUE("authorisation-due", "orderNo", AuthorisationDue.class, ORDER, Set.of(ORDER)),

    ORDER_CHARGED("order-charged", "orderNo", OrderCharged.class, ACCOUNT, Set.of(ORDER)),
    CAPTURE_DUE("capture-due", "orderNo", CaptureDue.class, ACCOUNT, Set.of(ACCOUNT)),

    AUTHORISATION_ANSWERED(
            "authorisation-answered",
            "orderNo",
            AuthorisationAnswered.class,
            CHANNEL,
            Set.of(ORDER)),
    PAYMENT_CAPTURED(
            "payment-captured", "orderNo", PaymentCaptured.class, CHANNEL, Set.of(ACCOUNT)),

    RESTOCK_TASK_OPENED(
            "restock-task-opened", "sn", RestockTaskOpened.class, REPLENISH, Set.of(CHANNEL));

    private final String topicName;
    private final String key;
    private final Class<?> payloadType;
    private final ServiceName producer;
    private final Set<ServiceName> consumers;

    Topic(
            String topicName,
            String key,
            Class<?> payloadType,
            ServiceName producer,
            Set<ServiceName> consumers) {
        this.topicName = topicName;
        this.key = key;
        this.payloadType = payloadType;
        this.producer = producer;
        this.consumers = consumers;
    }

    /** The name at the broker, before any environment prefix. */
    public String topicName() {
        return topicName;
    }

    /** The payload field whose value is the message key. */
    public String key() {
        return key;
    }

    public Class<?> payloadType() {
        return payloadType;
    }

    public ServiceName producer() {
        return producer;
    }

    /** The services that handle it, one consumer group each. */
    public Set<ServiceName> consumers() {
        return consumers;
    }
}
