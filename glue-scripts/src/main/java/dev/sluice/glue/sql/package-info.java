/** Files of SQL: how they are split, filled in and asked what they read. */
package dev.sluice.glue.sql;
