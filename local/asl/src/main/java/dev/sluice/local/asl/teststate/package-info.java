/** TestState: runs one state by itself, with or without what it calls. */
package dev.sluice.local.asl.teststate;
