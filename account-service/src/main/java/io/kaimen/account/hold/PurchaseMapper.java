package io.kaimen.account.hold;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PurchaseMapper extends BaseMapper<PurchaseRow> {

    @Select("select order_no from purchase where running_shopper_id = #{shopperId}")
    @Nullable String runningOrderOf(String shopperId);

    @Update(
            """
            update purchase
            set running_shopper_id = null, freed_at = #{freedAt}, freed_by = #{freedBy}
            where order_no = #{orderNo} and running_shopper_id is not null
            """)
    int free(String orderNo, Instant freedAt, String freedBy);
}
