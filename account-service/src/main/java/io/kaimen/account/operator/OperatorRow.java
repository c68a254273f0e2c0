package io.kaimen.account.operator;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import io.kaimen.service.security.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@TableName("operator")
@SuppressWarnings("NullAway.Init")
class OperatorRow {

    @TableId(type = IdType.AUTO)
    Long id;

    String name;
    String passwordHash;
    Role role;
    Operator.Status status;
    int failures;
    @Nullable Instant lockedUntil;
    Instant createdAt;
    Instant updatedAt;

    Operator operator() {
        return new Operator(name, passwordHash, role, status, failures, lockedUntil, createdAt);
    }
}
