package io.kaimen.testkit.architecture.broken;

public record PriceHelper(long fen) {}
