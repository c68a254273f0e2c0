package io.kaimen.comm.server;

import io.kaimen.comm.CommMetrics;
import io.kaimen.comm.CommProperties;
import io.kaimen.comm.session.Disconnector;
import io.kaimen.comm.session.Ending;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts the sockets of all event loops and turns away what is beyond the bound. */
@Component
@Sharable
class Admission extends ChannelInboundHandlerAdapter {

    private final AtomicInteger sockets = new AtomicInteger();
    private final Disconnector disconnector;
    private final int most;

    Admission(Disconnector disconnector, CommMetrics metrics, CommProperties properties) {
        this.disconnector = disconnector;
        this.most = properties.limits().connections();
        metrics.gauge("sockets", sockets::get);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (sockets.incrementAndGet() > most) {
            disconnector.end(context.channel(), Ending.TOO_MANY_CONNECTIONS, most + " at most");
        } else {
            context.fireChannelActive();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        sockets.decrementAndGet();
        // Settles why it ended, also for connections that never became a session.
        disconnector.endingOf(context.channel());
        context.fireChannelInactive();
    }
}
