/** Activities: tasks that workers fetch and answer. */
package dev.sluice.local.asl.activity;
