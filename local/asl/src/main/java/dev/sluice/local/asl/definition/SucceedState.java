package dev.sluice.local.asl.definition;

/** Ends its block well. */
public record SucceedState(String name, Exit exit) implements State {
  @Override
  public String type() {
    return "Succeed";
  }
}
