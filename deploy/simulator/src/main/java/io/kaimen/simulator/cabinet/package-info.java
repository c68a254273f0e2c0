/**
 * One virtual cabinet: its doors, lanes and scales, the commands it obeys and the events it keeps.
 */
@NullMarked
package io.kaimen.simulator.cabinet;

import org.jspecify.annotations.NullMarked;
