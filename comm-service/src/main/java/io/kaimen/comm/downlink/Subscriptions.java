package io.kaimen.comm.downlink;

import io.kaimen.comm.session.CabinetSession;
import io.kaimen.comm.session.Disconnector;
import io.kaimen.comm.session.Ending;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import org.springframework.stereotype.Component;

/** Lets a cabinet subscribe to its own down topic and to nothing else; on its event loop only. */
@Component
public class Subscriptions {

    private final DownMessages messages;
    private final Disconnector disconnector;

    Subscriptions(DownMessages messages, Disconnector disconnector) {
        this.messages = messages;
        this.disconnector = disconnector;
    }

    /** Grants QoS 0 or 1 and sends the cadence, which is the first message down. */
    public void subscribe(CabinetSession session, MqttSubscribeMessage subscribe) {
        Channel channel = session.channel();
        var granted = MqttMessageBuilders.subAck().packetId(subscribe.variableHeader().messageId());
        if (subscribe.payload().topicSubscriptions().isEmpty()) {
            disconnector.end(channel, Ending.MALFORMED_PACKET, "SUBSCRIBE to nothing");
            return;
        }
        MqttQoS qos = MqttQoS.AT_MOST_ONCE;
        for (MqttTopicSubscription wanted : subscribe.payload().topicSubscriptions()) {
            if (!session.downTopic().equals(wanted.topicFilter())) {
                disconnector.end(
                        channel, Ending.FOREIGN_SUBSCRIPTION, "to " + wanted.topicFilter());
                return;
            }
            qos =
                    wanted.qualityOfService() == MqttQoS.AT_MOST_ONCE
                            ? MqttQoS.AT_MOST_ONCE
                            : MqttQoS.AT_LEAST_ONCE;
            granted.addGrantedQos(qos);
        }
        session.subscribed(qos);
        channel.writeAndFlush(granted.build(), channel.voidPromise());
        messages.configure(session);
    }

    /** Whoever unsubscribes gets no commands any more. */
    public void unsubscribe(CabinetSession session, MqttUnsubscribeMessage unsubscribe) {
        Channel channel = session.channel();
        var done =
                MqttMessageBuilders.unsubAck().packetId(unsubscribe.variableHeader().messageId());
        for (String filter : unsubscribe.payload().topics()) {
            boolean own = session.downTopic().equals(filter);
            if (own) {
                session.subscribed(null);
            }
            // MQTT 5: success, or no subscription existed.
            done.addReasonCode((short) (own ? 0x00 : 0x11));
        }
        channel.writeAndFlush(done.build(), channel.voidPromise());
    }
}
