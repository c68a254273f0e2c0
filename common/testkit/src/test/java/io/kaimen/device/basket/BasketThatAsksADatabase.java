package io.kaimen.device.basket;

import java.sql.Connection;

public record BasketThatAsksADatabase(Connection connection) {}
