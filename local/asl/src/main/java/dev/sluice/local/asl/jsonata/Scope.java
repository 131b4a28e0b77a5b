package dev.sluice.local.asl.jsonata;

/** What an expression can see. */
public record Scope(StatesVariable states, Variables variables) {}
