create table warehouse (
    code       varchar(32)  not null primary key,
    name       varchar(128) not null,
    status     varchar(16)  not null,
    created_at datetime(3)  not null,
    updated_at datetime(3)  not null
);
