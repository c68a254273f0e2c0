package io.kaimen.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiddlewareIT {

    private final Middleware middleware = Middleware.start();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "database",
                "redis",
                "rocketmq-namesrv",
                "rocketmq-broker",
                "seata",
                "eureka"
            })
    void everyComponentListens(String name) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), middleware.port(name))) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void aServiceOwnsItsSchemaAndNoOther() throws SQLException {
        try (var connection = connect("device");
                var statement = connection.createStatement()) {
            statement.execute("create table owned (id int primary key)");
            statement.execute("drop table owned");
            assertThatThrownBy(() ->
                            statement.execute("create table account.stolen (id int primary key)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void aSchemaIsEmptiedOnceForABuild() throws SQLException {
        try (var connection = connect("replenish");
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (id int primary key)");
        }
        try (var connection = connect("replenish");
                var tables = connection.getMetaData().getTables("replenish", null, "kept", null)) {
            assertThat(tables.next()).isTrue();
            // Later modules of the build migrate this schema and must find it empty.
            try (var statement = connection.createStatement()) {
                statement.execute("drop table kept");
            }
        }
    }

    @Test
    void theDatabaseCountsTimeInUtc() throws SQLException {
        try (var connection = connect("account");
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery("select @@global.time_zone, @@session.time_zone")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("+00:00");
        }
    }

    @Test
    void redisWantsThePassword() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), middleware.port("redis"))) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new String(socket.getInputStream().readNBytes(7), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("-NOAUTH");
        }
    }

    @Test
    void propertiesKeepOneServicesMessagesFromAnother() {
        assertThat(middleware.properties("order"))
                .containsEntry("kaimen.messaging.prefix", "it-order-");
        assertThat(middleware.properties("comm"))
                .containsEntry("kaimen.messaging.prefix", "it-comm-");
    }

    @Test
    void noExecutorStartsInATest() {
        assertThat(middleware.properties("device"))
                .doesNotContainKey("kaimen.jobs.admin-addresses");
    }

    private Connection connect(String service) throws SQLException {
        var properties = middleware.properties(service);
        return DriverManager.getConnection(
                properties.get("spring.datasource.url"),
                properties.get("spring.datasource.username"),
                properties.get("spring.datasource.password"));
    }
}
