package io.kaimen.account.operator;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface OperatorMapper extends BaseMapper<OperatorRow> {

    @Select("select * from operator where name = #{name}")
    @Nullable OperatorRow find(String name);

    @Select("select * from operator where name = #{name} for update")
    @Nullable OperatorRow lock(String name);

    @Select("select * from operator order by name")
    List<OperatorRow> all();

    @Update(
            """
            update operator
            set failures = #{failures}, locked_until = #{lockedUntil}, updated_at = #{now}
            where name = #{name}
            """)
    int saveAttempt(String name, int failures, @Nullable Instant lockedUntil, Instant now);

    @Insert(
            """
            insert into operator_login (name, outcome, address, attempted_at)
            values (#{name}, #{outcome}, #{address}, #{now})
            """)
    void insertLogin(String name, String outcome, String address, Instant now);
}
