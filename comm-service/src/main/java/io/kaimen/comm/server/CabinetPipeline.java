package io.kaimen.comm.server;

import io.kaimen.comm.CommProperties;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.flow.FlowControlHandler;
import org.springframework.stereotype.Component;

/** What happens to a cabinet's bytes, in order. */
@Component
class CabinetPipeline extends ChannelInitializer<Channel> {

    private final Admission admission;
    private final Connecting connecting;
    private final PacketHandler packets;
    private final LastResort lastResort;
    private final CommProperties.Limits limits;

    CabinetPipeline(
            Admission admission,
            Connecting connecting,
            PacketHandler packets,
            LastResort lastResort,
            CommProperties properties) {
        this.admission = admission;
        this.connecting = connecting;
        this.packets = packets;
        this.lastResort = lastResort;
        this.limits = properties.limits();
    }

    @Override
    protected void initChannel(Channel channel) {
        channel.pipeline()
                // Beyond the bound a connection is closed before it has cost a byte of reading.
                .addLast(admission)
                // Bytes to packets and back. Too large a packet shows up as a failed one, after its
                // first bytes.
                .addLast(new MqttDecoder(limits.packetBytes(), CabinetIds.LONGEST))
                .addLast(MqttEncoder.INSTANCE)
                // One read may hold several packets; here they wait while auto-read is off: until
                // the CONNECT is judged, and while too much is under way.
                .addLast(new FlowControlHandler())
                // Lets nothing pass but one CONNECT, in time; then makes room for KeepAlive, which
                // counts whole packets: a byte now and then keeps no one alive.
                .addLast(Connecting.NAME, connecting.handler())
                // What an accepted cabinet may send.
                .addLast(packets)
                // Whatever nobody foresaw ends the connection.
                .addLast(lastResort);
    }
}
