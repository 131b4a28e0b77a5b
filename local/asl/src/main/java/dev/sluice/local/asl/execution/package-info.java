/**
 * Top-level executions: started, described, stopped and redriven, alive or on disk, readable after
 * a kill at any moment.
 *
 * <p>Each top-level execution has a directory with {@code journal.jsonl}. Its first line says what
 * never changes ({@code start}); each further line belongs to a flow {@code f} ("" is the
 * execution's own, {@code 3.0.1} the branch 1 of attempt 0 of its third state) and holds a history
 * event {@code e} and beside it, in {@code x}, what redrive needs: the number of the visit ({@code
 * v}), where a state led ({@code to}), which attempt began ({@code a}), that children are to run
 * anew ({@code anew}), a redrive ({@code redrive}) or the summary of the end ({@code sum}).
 *
 * <p>A map run adds {@code map-UUID} with {@code items.jsonl} (its children's inputs, complete or
 * absent) and {@code children.jsonl}, the one journal of all its children: lines as above with the
 * child's number {@code c}, and the end of each.
 */
package dev.sluice.local.asl.execution;
