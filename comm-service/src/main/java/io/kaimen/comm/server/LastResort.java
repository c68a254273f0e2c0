package io.kaimen.comm.server;

import io.kaimen.comm.session.Disconnector;
import io.kaimen.comm.session.Ending;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends a connection on which something was thrown. */
@Component
@Sharable
class LastResort extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(LastResort.class);

    private final Disconnector disconnector;

    LastResort(Disconnector disconnector) {
        this.disconnector = disconnector;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A reset by the peer is how sockets of cabinets usually end.
        if (cause instanceof IOException) {
            disconnector.end(context.channel(), Ending.LOST, String.valueOf(cause));
        } else {
            log.error("unforeseen on {}", context.channel(), cause);
            disconnector.end(context.channel(), Ending.FAILED, String.valueOf(cause));
        }
    }
}
