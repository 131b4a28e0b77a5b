/**
 * What every part of the local runtime stands on. Only {@code json} and {@code journal} need a
 * library (Jackson); the other packages serve the child processes too and need none.
 */
package dev.sluice.local.base;
