/** Text that stands for other text: wildcards, policy variables, patterns of actions and ARNs. */
package dev.sluice.local.iam.pattern;
