/** RocketMQ's name server and one broker in one process, for one machine. */
@NullMarked
package io.kaimen.local.rocketmq;

import org.jspecify.annotations.NullMarked;
