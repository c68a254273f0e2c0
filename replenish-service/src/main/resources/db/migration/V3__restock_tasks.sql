-- open_sn is the cabinet while the task is open and null afterwards, so that its unique key allows one open task a
-- cabinet.
create table restock_task (
    task_no   varchar(32) not null primary key,
    sn        varchar(64) not null,
    warehouse varchar(32) not null,
    status    varchar(16) not null,
    open_sn   varchar(64),
    opened_at datetime(3) not null,
    closed_at datetime(3),
    closed_by varchar(64),
    note      varchar(200),
    unique key uk_restock_task_open (open_sn),
    key ix_restock_task_status (status, opened_at),
    key ix_restock_task_warehouse (warehouse, status, opened_at),
    key ix_restock_task_cabinet (sn, opened_at)
);

create table restock_task_line (
    task_no      varchar(32)  not null,
    lane         int          not null,
    sku          varchar(64)  not null,
    product_name varchar(128) not null,
    units_left   int          not null,
    par_level    int          not null,
    added_at     datetime(3)  not null,
    primary key (task_no, lane)
);
