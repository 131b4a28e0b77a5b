package dev.sluice.local.spark;

/** The states of a run that the worker tells of, by Glue's names. */
enum RunState {
  RUNNING,
  SUCCEEDED,
  FAILED,
  STOPPED
}
