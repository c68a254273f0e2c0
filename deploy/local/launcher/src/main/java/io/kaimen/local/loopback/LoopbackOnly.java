package io.kaimen.local.loopback;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.ServerChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * Makes the Netty servers of a process listen on the loopback interface.
 *
 * <p>Seata's coordinator and xxl-job's executors bind to every interface of the machine and have no
 * setting for it. Netty loads this class when {@code io.netty.bootstrap.extensions=serviceload} and
 * {@code META-INF/services} names it; the launcher puts both into every program it starts.
 */
public final class LoopbackOnly extends ChannelInitializerExtension {

    /** Called by Netty. */
    public LoopbackOnly() {}

    @Override
    public void postInitializeServerListenerChannel(ServerChannel listener) {
        listener.pipeline().addFirst(new Rebind());
    }

    private static final class Rebind extends ChannelOutboundHandlerAdapter {
        @Override
        public void bind(
                ChannelHandlerContext context, SocketAddress wanted, ChannelPromise promise)
                throws Exception {
            var address =
                    wanted instanceof InetSocketAddress internet
                            ? new InetSocketAddress(
                                    InetAddress.getLoopbackAddress(), internet.getPort())
                            : wanted;
            super.bind(context, address, promise);
        }
    }
}
