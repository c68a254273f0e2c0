package io.kaimen.comm.server;

import io.kaimen.comm.CommProperties;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens for cabinets once everything else is up, and is the first to stop. */
@Component
class CabinetServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CabinetServer.class);

    /** After a restart they all come back at once. */
    private static final int BACKLOG = 4_096;

    private final CabinetPipeline pipeline;
    private final Drain drain;
    private final CommProperties properties;
    private @Nullable EventLoopGroup acceptors;
    private @Nullable EventLoopGroup workers;
    private volatile @Nullable Channel listener;

    CabinetServer(CabinetPipeline pipeline, Drain drain, CommProperties properties) {
        this.pipeline = pipeline;
        this.drain = drain;
        this.properties = properties;
    }

    @Override
    public void start() {
        acceptors = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        workers = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
        int outbound = properties.limits().outboundBytes();
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(acceptors, workers)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(
                                ChannelOption.WRITE_BUFFER_WATER_MARK,
                                new WriteBufferWaterMark(outbound / 2, outbound))
                        .childHandler(pipeline)
                        .bind(properties.mqttAddress(), properties.mqttPort())
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stopLoops();
            throw new IllegalStateException(
                    "cannot listen for cabinets on "
                            + properties.mqttAddress()
                            + ":"
                            + properties.mqttPort(),
                    bound.cause());
        }
        listener = bound.channel();
        log.info("listening for cabinets on {}", bound.channel().localAddress());
    }

    /** The port it listens on. */
    int port() {
        Channel open = listener;
        if (open == null) {
            throw new IllegalStateException("not listening");
        }
        return ((InetSocketAddress) open.localAddress()).getPort();
    }

    @Override
    public void stop() {
        Channel open = listener;
        listener = null;
        if (open != null) {
            open.close().awaitUninterruptibly();
            drain.run();
        }
        stopLoops();
    }

    @Override
    public boolean isRunning() {
        Channel open = listener;
        return open != null && open.isActive();
    }

    /** After the message listeners: a cabinet that is let in can be given commands. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void stopLoops() {
        if (acceptors != null) {
            acceptors.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
        if (workers != null) {
            workers.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }
}
