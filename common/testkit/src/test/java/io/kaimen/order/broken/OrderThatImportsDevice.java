package io.kaimen.order.broken;

import io.kaimen.device.basket.BasketThatAsksADatabase;

public record OrderThatImportsDevice(BasketThatAsksADatabase basket) {}
