package dev.sluice.local.asl.execution;

import dev.sluice.local.asl.integration.ExecutionListener;
import dev.sluice.local.asl.machine.Definitions;
import dev.sluice.local.asl.run.World;

/** What all executions share. */
public record Setting(World world, Definitions definitions, ExecutionListener listener) {}
