package io.kaimen.replenish.warehouse;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface WarehouseMapper extends BaseMapper<WarehouseRow> {

    @Select("select code, name, status, created_at, updated_at from warehouse order by code")
    List<WarehouseRow> all();
}
