-- The order whose sale opened the task; null when something else did.
alter table restock_task
    add column opened_for varchar(96),
    add key ix_restock_task_opened_for (opened_for);
