package io.kaimen.account.book;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface AccountMapper extends BaseMapper<AccountRow> {}
