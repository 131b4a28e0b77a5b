package dev.sluice.local.iam.condition;

import dev.sluice.local.iam.pattern.Variables;

/** One value of a condition, ready to be compared with a value of the request. */
@FunctionalInterface
interface ValueTest {
  /** Whether the request's value is as the policy says, before any negation. */
  boolean matches(String value, Variables variables);
}
