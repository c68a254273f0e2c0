/** The Pay Score service order: its parts, its stages and the moves between them. */
@NullMarked
package io.kaimen.sandbox.wechat.payscore.order;

import org.jspecify.annotations.NullMarked;
