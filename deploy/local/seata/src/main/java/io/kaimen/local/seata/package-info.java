/** The Seata server, which coordinates global transactions, for one machine. */
package io.kaimen.local.seata;
