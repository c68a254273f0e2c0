package io.kaimen.local.shop;

/** So many units of a lane. */
public record Take(int lane, int count) {}
