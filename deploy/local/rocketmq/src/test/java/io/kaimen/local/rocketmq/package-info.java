/** RocketMQ's settings, checked without starting it. */
@NullMarked
package io.kaimen.local.rocketmq;

import org.jspecify.annotations.NullMarked;
