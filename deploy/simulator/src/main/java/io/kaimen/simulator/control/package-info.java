/** What a person does to virtual cabinets, over HTTP. */
@NullMarked
package io.kaimen.simulator.control;

import org.jspecify.annotations.NullMarked;
