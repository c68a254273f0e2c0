package io.kaimen.device.basket;

import io.kaimen.contracts.device.BasketSettled.Flag;
import java.util.List;

/**
 * What is certain to have been taken from one lane.
 *
 * @param quantity units; never negative, never more than the lane held
 * @param confidence how likely exactly that quantity is, from 0 to 1; see {@link CountPosterior}
 * @param flags what the quantity does not explain
 */
public record LaneTake(int lane, int quantity, double confidence, List<Flag> flags) {}
